using System.Net.Http.Headers;
using System.Text.Json;
using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>A server's refusal in the flow's words.</summary>
internal static class Refusals
{
    public static Refusal Of<T>(ApiResult<T>.Failure failure, DateTimeOffset now) => new(
        failure.Status,
        failure.Error?.Code is { Length: > 0 } code ? code : null,
        failure.Error?.Description ?? (failure.Status is >= 300 and < 400 ? "The server redirects elsewhere; redirects are not followed." : null),
        RetryAfter(failure.Headers.RetryAfter, now),
        failure.Error?.Details is { } details ? JsonSerializer.Serialize(details, CanonicalJson.Options.GetTypeInfo(typeof(IReadOnlyDictionary<string, JsonElement>))) : null);

    // seconds or a date (RFC 9110 section 10.2.3); a date that has passed is no wait
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
