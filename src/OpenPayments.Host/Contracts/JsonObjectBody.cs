using System.Text.Json;

namespace OpenPayments.Host.Contracts;

/// <summary>A request's body as a JSON object, or why it is none.</summary>
internal sealed class JsonObjectBody : IDisposable
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };
    private readonly JsonDocument? _document;

    private JsonObjectBody(JsonDocument document) => _document = document;

    private JsonObjectBody(string problem) => Problem = problem;

    /// <summary>Why it is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Takes what is wanted from the object; null, with <see cref="Problem"/> set, where a name or a text in it is no Unicode.</summary>
    public T? Take<T>(Func<JsonElement, T> read) where T : class
    {
        if (_document is null) return null;
        try
        {
            return read(_document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // the parser looks at text only when it is asked for it: bytes that are not UTF-8, or half a surrogate pair
            Problem = "A name or a text in the body is not Unicode: bytes that are not UTF-8, or half of a surrogate pair.";
            return null;
        }
    }

    /// <exception cref="BadHttpRequestException">It is larger than the endpoint takes, or ended early.</exception>
    public static async Task<JsonObjectBody> ReadAsync(HttpRequest request)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return new JsonObjectBody(document);
            document.Dispose();
            return new JsonObjectBody("The body must be a JSON object such as {\"senderWalletAddress\":…}.");
        }
        catch (InvalidOperationException)
        {
            return new JsonObjectBody("A member's name is not Unicode: bytes that are not UTF-8, or half of a surrogate pair.");
        }
        catch (JsonException e)
        {
            return new JsonObjectBody($"The body is not JSON that can be read (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): it must be one JSON object, in UTF-8, no member twice, nested 32 deep at most.");
        }
    }

    public void Dispose() => _document?.Dispose();
}
