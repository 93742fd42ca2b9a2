namespace OpenPayments.Flow;

/// <summary>
/// What came back on a question. A server's "no" and silence are answers like any other, so what each leads to stands in the flow
/// and not in its host.
/// </summary>
/// <typeparam name="T">The body of a success.</typeparam>
public abstract record Answer<T>
{
    private Answer(DateTimeOffset at) => At = at;

    /// <summary>When it was received, or given up on. The flow has no clock: this is how it learns the time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What was asked for.</summary>
    public sealed record Body(T Value, DateTimeOffset At) : Answer<T>(At);

    /// <summary>An answer that is not what was asked for.</summary>
    public sealed record Refused(Refusal Refusal, DateTimeOffset At) : Answer<T>(At);

    /// <summary>Sent, and nothing came back: it may or may not have happened.</summary>
    /// <param name="Why">For people: "timed out after 20 s", "connection reset".</param>
    /// <param name="At">When waiting ended.</param>
    public sealed record Lost(string Why, DateTimeOffset At) : Answer<T>(At);
}

/// <summary>A server's refusal, as it put it.</summary>
/// <param name="Status">The HTTP status; 0 where our own checks refused to send the request (<see cref="Codes.UrlRefused"/>).</param>
/// <param name="Code">The <c>error.code</c>: a GNAP code from an authorization server, often the status as text from a resource server; null where there was none.</param>
/// <param name="Description">The <c>error.description</c>: the only thing that tells a resource server's refusals apart.</param>
/// <param name="RetryAfter">How long the server asks to be left alone (<c>Retry-After</c>).</param>
/// <param name="Details">The <c>error.details</c> as JSON text, where the server gave any.</param>
public sealed record Refusal(int Status, string? Code = null, string? Description = null, TimeSpan? RetryAfter = null, string? Details = null)
{
    /// <summary>Codes that no server sends, for what is found out before a request or in an answer.</summary>
    public static class Codes
    {
        /// <summary>The URL is not one that may be called (scheme, credentials, private address). Nothing was sent.</summary>
        public const string UrlRefused = "url_refused";

        /// <summary>A success status with a body that is not what the specification says (not JSON, a member missing, too large).</summary>
        public const string Unreadable = "unreadable";
    }
}
