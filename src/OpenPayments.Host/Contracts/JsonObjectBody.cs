using System.Text.Json;

namespace OpenPayments.Host.Contracts;

/// <summary>A request's body as a JSON object, or why it is none.</summary>
internal sealed class JsonObjectBody : IDisposable
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };
    private readonly JsonDocument? _document;

    private JsonObjectBody(JsonDocument document) => _document = document;

    private JsonObjectBody(string problem) => Problem = problem;

    public string? Problem { get; }

    public JsonElement Root => _document?.RootElement ?? throw new InvalidOperationException("There is no body: see Problem.");

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
        catch (JsonException e)
        {
            return new JsonObjectBody($"The body is not JSON that can be read (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): it must be one JSON object, in UTF-8, no member twice, nested 32 deep at most.");
        }
    }

    public void Dispose() => _document?.Dispose();
}
