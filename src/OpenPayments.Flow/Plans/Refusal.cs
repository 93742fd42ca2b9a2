namespace OpenPayments.Flow.Plans;

/// <summary>A server's refusal, as it put it.</summary>
/// <param name="Status">The HTTP status; 0 where the request was not sent: <see cref="WasSent"/>.</param>
/// <param name="Code">
/// The <c>error.code</c>: a GNAP code from an authorization server, often the status as text from a resource server; null where
/// there was none.
/// </param>
/// <param name="Description">The <c>error.description</c>: the only thing that tells a resource server's refusals apart.</param>
/// <param name="RetryAfter">How long the server asks to be left alone (<c>Retry-After</c>).</param>
/// <param name="Details">The <c>error.details</c> as JSON text, where the server gave any.</param>
/// <param name="Signer">Who signed the request, for a refusal that is about the signature; null where the interpreter does not say.</param>
public sealed record Refusal(
    int Status, string? Code = null, string? Description = null, TimeSpan? RetryAfter = null, string? Details = null, Signer? Signer = null)
{
    /// <summary>Whether the request left this machine. What was not sent did not happen.</summary>
    public bool WasSent => Status != 0;

    /// <summary>Codes that no server sends, for what is found out before a request or in an answer.</summary>
    public static class Codes
    {
        /// <summary>The URL is not one that may be called (scheme, credentials, private address). Nothing was sent.</summary>
        public const string UrlRefused = "url_refused";

        /// <summary>The request could not be made: a token or an URL that no HTTP request can carry. Nothing was sent.</summary>
        public const string NotSent = "not_sent";

        /// <summary>A success status with a body that is not what the specification says (not JSON, a member missing, too large).</summary>
        public const string Unreadable = "unreadable";
    }
}

/// <summary>Who signed a request (RFC 9421).</summary>
/// <param name="Server">Whom it was sent to: scheme, host and port.</param>
/// <param name="KeyId">The <c>keyid</c> of the signature.</param>
/// <param name="WalletAddress">The client's wallet address, under which the server looks for the key (<c>/jwks.json</c>).</param>
public sealed record Signer(Uri Server, string KeyId, Uri WalletAddress);
