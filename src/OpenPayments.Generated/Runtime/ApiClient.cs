using System.Text.Json;
using Refit;

namespace OpenPayments.Generated;

/// <summary>
/// Makes clients of the printed interfaces, which Refit's source generator implements. The same <see cref="Settings"/> and
/// <see cref="AnswerHandler"/> go into a Refit registration of a program's own (<c>AddRefitGeneratedClient</c>).
/// </summary>
public static class ApiClient
{
    /// <summary>Refit wants a base address although every call takes an absolute URL: this one is never called.</summary>
    public static Uri BaseAddress { get; } = new("http://unused.invalid");

    /// <summary>A client of one interface. Several may share one <see cref="HttpClient"/>.</summary>
    /// <typeparam name="TApi">A printed interface.</typeparam>
    /// <param name="http">
    /// Sends. Its first handler is an <see cref="AnswerHandler"/>; whatever signs or guards requests stands below that one. Its
    /// <see cref="HttpClient.Timeout"/> covers the whole exchange, body included.
    /// </param>
    /// <param name="json">Options whose resolver is the printed JSON context; null takes that context's own.</param>
    public static TApi For<TApi>(HttpClient http, JsonSerializerOptions? json = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.BaseAddress ??= BaseAddress;
        return RestService.ForGenerated<TApi>(http, Settings(json));
    }

    /// <summary>What Refit has to know to send and read as these interfaces promise.</summary>
    /// <param name="json">Options whose resolver is the printed JSON context; null takes that context's own.</param>
    public static RefitSettings Settings(JsonSerializerOptions? json = null) => new(new ApiSerializer(json ?? OpenPaymentsJsonContext.Default.Options))
    {
        RequestBodySerialization = RequestBodySerializationMode.Buffered, // JsonBody is the buffer
        Buffered = false, // and needs no second one
        // as they were: a caller tells a lost answer from a refusal by them, and Refit's own carry the request with its token
        TransportExceptionFactory = static (_, exception, _) => exception,
        DeserializationExceptionFactory = static (_, exception) => new(exception),
        ExceptionFactory = static response => new(response.Content is ApiAnswer ? null : new InvalidOperationException(
            "The answer did not pass an AnswerHandler: make it the first handler of the HttpClient, as in AddHttpMessageHandler(() => new AnswerHandler()).")),
    };
}
