using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>Makes the answer to a question from what came of a request. Never throws for what a server or the network does.</summary>
internal sealed class Answering(UrlPolicy policy, TimeProvider time, TimeSpan timeout)
{
    public async Task<Answer<T>> Ask<T>(Uri url, Func<Uri, Task<ApiResult<T>>> call)
    {
        if (policy.Refuse(url) is { } reason) return Refused<T>(0, Refusal.Codes.UrlRefused, new UrlRefusedException(reason).Message);
        try
        {
            return Of(await call(url).ConfigureAwait(false));
        }
        catch (ArgumentException e) // a token that no header can carry
        {
            return Refused<T>(0, Refusal.Codes.Unreadable, e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or UrlRefusedException)
        {
            return UrlRefusedException.In(e) is { } refused
                ? Refused<T>(0, Refusal.Codes.UrlRefused, refused.Message)
                : new Answer<T>.Lost(LostReason.Of(e, timeout), time.GetUtcNow());
        }
    }

    private Answer<T> Of<T>(ApiResult<T> result) => result.Match<Answer<T>>(
        success => GivenUrls.In(success.Body).Select(WhyNot).FirstOrDefault(why => why is not null) is { } why
            ? Refused<T>(0, Refusal.Codes.UrlRefused, why)
            : new Answer<T>.Body(success.Body, time.GetUtcNow()),
        failure => new Answer<T>.Refused(Refusals.Of(failure, time.GetUtcNow()), time.GetUtcNow()),
        unreadable => Refused<T>(unreadable.Status, Refusal.Codes.Unreadable, unreadable.Why));

    private string? WhyNot(GivenUrl given) => policy.Refuse(given.Url) is { } reason ? $"The {given.Member} that the server names may not be called: {reason}." : null;

    private Answer<T>.Refused Refused<T>(int status, string code, string why) => new(new Refusal(status, code, why), time.GetUtcNow());
}
