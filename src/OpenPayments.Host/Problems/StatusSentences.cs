namespace OpenPayments.Host.Problems;

/// <summary>A detail for the problems that the framework makes, which have none of their own.</summary>
internal static class StatusSentences
{
    public static string Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be read.",
        StatusCodes.Status401Unauthorized => "Starting a payment needs an API key of this host: send it as Authorization: Bearer <key>.",
        StatusCodes.Status404NotFound => "There is nothing at this address. The API is described at /openapi/v1.json.",
        StatusCodes.Status405MethodNotAllowed => "This address does not know that method: see the Allow header.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 64 KiB. Keep metadata small, or keep it with you and send a reference.",
        StatusCodes.Status415UnsupportedMediaType => "Send the payment as JSON, with Content-Type: application/json.",
        StatusCodes.Status429TooManyRequests => "Too many requests in a minute. Wait for as long as Retry-After says.",
        >= 500 => "This host failed to do what was asked. What was begun is kept and goes on by itself; its log says more.",
        _ => "The request was refused.",
    };
}
