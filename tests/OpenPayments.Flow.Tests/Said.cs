namespace OpenPayments.Flow.Tests;

/// <summary>Answers, at noon where it does not matter when.</summary>
public static class Said
{
    public static Answer<T> Yes<T>(T value, DateTimeOffset? at = null) => new Answer<T>.Body(value, at ?? Given.Noon);

    public static Answer<T> No<T>(int status, string? code = null, string? description = null, TimeSpan? retryAfter = null, DateTimeOffset? at = null, string? details = null) =>
        new Answer<T>.Refused(new Refusal(status, code, description, retryAfter, details), at ?? Given.Noon);

    public static Answer<T> Silence<T>(DateTimeOffset? at = null) => new Answer<T>.Lost("timed out after 20 s", at ?? Given.Noon);
}
