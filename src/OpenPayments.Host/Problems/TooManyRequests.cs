using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace OpenPayments.Host.Problems;

internal static class TooManyRequests
{
    /// <summary>The problem for a caller over its rate, with when to come back.</summary>
    public static async ValueTask WriteAsync(OnRejectedContext rejected, CancellationToken _)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(
            StatusSentences.Of(StatusCodes.Status429TooManyRequests), statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests",
            type: Problem.TypePrefix + "too-many-requests").ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
    }
}
