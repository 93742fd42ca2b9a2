namespace OpenPayments.Flow.Tests;

/// <summary>Answers, at noon where it does not matter when.</summary>
public static class Reply
{
    /// <summary>What a server says of a key that it does not know.</summary>
    public const string UnknownKey = "Signature validation error: could not find key in list of client keys";

    public static Answer<T> Body<T>(T value, DateTimeOffset? at = null) => new Answer<T>.Body(value, at ?? Given.Noon);

    public static Answer<T> Refused<T>(
        int status, string? code = null, string? description = null, TimeSpan? retryAfter = null, DateTimeOffset? at = null,
            string? details = null) =>
        new Answer<T>.Refused(new Refusal(status, code, description, retryAfter, details), at ?? Given.Noon);

    public static Answer<T> Refused<T>(Refusal refusal, DateTimeOffset? at = null) => new Answer<T>.Refused(refusal, at ?? Given.Noon);

    /// <summary>403 <c>Inactive Token</c>.</summary>
    public static Answer<T> DeadToken<T>() => Refused<T>(403, "403", "Inactive Token");

    public static Answer<T> Lost<T>(DateTimeOffset? at = null) => new Answer<T>.Lost("timed out after 20 s", at ?? Given.Noon);
}
