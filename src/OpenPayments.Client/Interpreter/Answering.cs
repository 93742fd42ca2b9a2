using System.Net;
using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>Makes the answer to a question from what came of a request. Whatever goes wrong is an answer too: it never throws.</summary>
internal sealed class Answering(UrlPolicy policy, TimeProvider time, OpenPaymentsOptions options)
{
    private const int MostRedirects = 3;

    public async Task<Answer<T>> Ask<T>(Uri url, Func<Uri, Task<ApiResult<T>>> call) =>
        await SendAsync(url, call, result => Of(result, SignerTo(url))).ConfigureAwait(false);

    /// <summary>
    /// For the wallet address alone, which is public and not signed: a redirect is followed, each hop through the URL policy. A signed
    /// request is never redirected, since its signature holds for one URL.
    /// </summary>
    public async Task<Answer<T>> AskFollowing<T>(Uri address, Func<Uri, Task<ApiResult<T>>> call)
    {
        var url = address;
        for (var hops = 0; ; hops++)
        {
            Uri? target = null;
            var asked = url;
            var answer = await SendAsync(asked, call, result =>
            {
                target = result is ApiResult<T>.Failure failure ? Target(asked, failure) : null;
                return Of(result, signer: null);
            }).ConfigureAwait(false);
            if (target is null) return answer;
            if (hops == MostRedirects) return Refused<T>(0, Refusal.Codes.UrlRefused, $"The wallet address redirects more than {MostRedirects} times.");
            url = target;
        }
    }

    private static Uri? Target<T>(Uri url, ApiResult<T>.Failure failure) =>
        (HttpStatusCode)failure.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            && failure.Headers.Location is { } location ? new Uri(url, location) : null;

    private async Task<Answer<T>> SendAsync<T>(Uri url, Func<Uri, Task<ApiResult<T>>> call, Func<ApiResult<T>, Answer<T>> of)
    {
        if (policy.Refuse(url) is { } reason) return Refused<T>(0, Refusal.Codes.UrlRefused, new UrlRefusedException(reason).Message);
        try
        {
            return of(await call(url).ConfigureAwait(false));
        }
        catch (Exception e) when (e is ArgumentException or FormatException) // a token that no header can carry
        {
            return Refused<T>(0, Refusal.Codes.NotSent, "A token or a URL in it cannot stand in an HTTP request.");
        }
#pragma warning disable CA1031 // whatever else it is, the request may have been sent, and the flow has to decide
        catch (Exception e)
#pragma warning restore CA1031
        {
            return UrlRefusedException.In(e) is { } refused
                ? Refused<T>(0, Refusal.Codes.UrlRefused, refused.Message)
                : new Answer<T>.Lost(LostReason.Of(e, options.RequestTimeout), time.GetUtcNow());
        }
    }

    private Answer<T> Of<T>(ApiResult<T> result, Signer? signer) => result.Match<Answer<T>>(
        success => GivenUrls.In(success.Body).Select(WhyNot).FirstOrDefault(why => why is not null) is { } why
            ? Refused<T>(0, Refusal.Codes.UrlRefused, why)
            : new Answer<T>.Body(success.Body, time.GetUtcNow()),
        failure => new Answer<T>.Refused(Refusals.Of(failure, time.GetUtcNow()) with { Signer = failure.Status is 400 or 401 or 403 ? signer : null }, time.GetUtcNow()),
        unreadable => Refused<T>(unreadable.Status, Refusal.Codes.Unreadable, unreadable.Why));

    /// <summary>A refusal of this kind may be about the signature: whose it was is part of telling so.</summary>
    private Signer? SignerTo(Uri url) => url.IsAbsoluteUri && options is { KeyId: { } keyId, ClientWalletAddress: { } address }
        ? new Signer(new Uri(url.GetLeftPart(UriPartial.Authority)), keyId, address)
        : null;

    private string? WhyNot(GivenUrl given) =>
        policy.Refuse(given.Url) is { } reason ? $"The {given.Member} that the server names may not be called: {reason}." : null;

    private Answer<T>.Refused Refused<T>(int status, string code, string why) => new(new Refusal(status, code, why), time.GetUtcNow());
}
