using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>A refusal, as far as tests compare it.</summary>
internal sealed record Refusal(int Status, string? Code, string? Description);

/// <summary>Reads results in the way that a test means: as the success or as the refusal that it expects.</summary>
internal static class Results
{
    public static T Body<T>(this ApiResult<T> result) => result.Match(
        success => success.Body,
        failure => throw new InvalidOperationException($"refused: {failure.Status} {failure.Error?.Code} {failure.Error?.Description}"),
        unreadable => throw new InvalidOperationException($"unreadable: {unreadable.Status} {unreadable.Why}"));

    public static Refusal Refusal<T>(this ApiResult<T> result) => result.Match(
        success => throw new InvalidOperationException($"not refused: {success.Status}"),
        failure => new Refusal(failure.Status, failure.Error?.Code, failure.Error?.Description),
        unreadable => throw new InvalidOperationException($"unreadable: {unreadable.Status} {unreadable.Why}"));
}
