using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Fuzzing.Fuzz;

namespace OpenPayments.Client.Tests.Fuzz;

/// <summary>Every text that is a <see cref="Uri"/> gets a verdict, and what gets through can be sent as it was judged.</summary>
public sealed class UrlFuzz
{
    private static readonly UrlPolicy Strict = new(allowLoopback: false);
    private static readonly UrlPolicy Local = new(allowLoopback: true);

    [Fact]
    public void A_URL_gets_a_verdict_from_the_policy_and_none_that_is_allowed_is_without_a_target() => Each("UrlPolicy.Refuse", Corpus.Urls, (text, _) =>
    {
        if (UrlText.Read(text) is not { } url) return;
        if (Strict.Refuse(url) is null) Assert.Null(Local.Refuse(url));
        if (Local.Refuse(url) is null) Assert.NotNull(RequestTarget.Of(url));
    });

    [Fact]
    public void A_wallet_address_is_a_URL_that_can_be_written_or_a_sentence() => Each("WalletAddressText.Parse", Corpus.WalletAddresses, (text, _) =>
    {
        WalletAddressText.Parse(text).Match(
            Right: url => Assert.NotNull(RequestTarget.Of(url)),
            Left: why => Assert.Matches("^The wallet address .+[.]$", why));
    });

    [Fact]
    public void What_the_policy_lets_through_HttpClient_sends_to_the_very_target_that_is_signed()
    {
        using var wire = new RecordedWire();
        Each("RequestTarget.Of against HttpClient", Corpus.Urls, (text, _) =>
        {
            // no TLS in memory: the scheme alone differs
            var plain = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "http" + text[5..] : text;
            if (UrlText.ReadAbsolute(plain) is not { } url || Local.Refuse(url) is { } and not "it is http, not https") return;
            Assert.Equal(RequestTarget.Of(url), wire.TargetOf(url));
        });
    }
}
