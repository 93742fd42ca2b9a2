using OpenPayments.Fuzzing;

namespace OpenPayments.Generated.Tests;

/// <summary>Whatever a server writes as the name of a thing, it is equal to itself and to nothing by accident.</summary>
public sealed class UrlIdentityFuzz
{
    [Fact]
    public void Every_URL_has_an_identity_which_is_its_own() => Fuzz.Each(
        "UrlIdentity.Of",
        ["https://wallet.example/alice", "https://a:b@BÜCHER.example:8443/a/../%7e?x=%c3%a9#y", "https://[2606:4700::1111]/", "https://xn--\u00f5.example/", "/a/b", "mailto:a@b", "http://127.1:80"],
        (text, _) =>
        {
            if (UrlText.Read(text) is not { } url) return;
            var identity = UrlIdentity.Of(url);
            // digits that were no address may be one without the marks around them: those have no other spelling to be equal to
            if (UrlText.Read(identity) is { } again && (!url.IsAbsoluteUri || again.HostNameType == url.HostNameType)) Assert.Equal(identity, UrlIdentity.Of(again));
        });
}
