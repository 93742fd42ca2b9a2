using Xunit;

namespace OpenPayments.Client.Tests;

public class WalletAddressTextTests
{
    [Theory]
    [InlineData("$wallet.example/alice", "https://wallet.example/alice")]
    [InlineData("$wallet.example", "https://wallet.example/.well-known/pay")]
    [InlineData("$wallet.example/", "https://wallet.example/.well-known/pay")]
    [InlineData("$bob.wallet.example", "https://bob.wallet.example/.well-known/pay")]
    [InlineData("$wallet.example/invoices/12345", "https://wallet.example/invoices/12345")]
    [InlineData("$wallet.example/@alice:1;a=b", "https://wallet.example/@alice:1;a=b")]
    [InlineData("$wallet.example/a%20b", "https://wallet.example/a%20b")]
    [InlineData("$8.8.8.8/alice", "https://8.8.8.8/alice")]
    [InlineData("$[2606:4700::1111]/alice", "https://[2606:4700::1111]/alice")]
    [InlineData(" https://wallet.example/alice ", "https://wallet.example/alice")]
    [InlineData("https://wallet.example/a%20b", "https://wallet.example/a%20b")]
    [InlineData("http://localhost:3000/alice", "http://localhost:3000/alice")]
    [InlineData("https://wallet.example", "https://wallet.example/")]
    public void A_wallet_address_becomes_its_URL(string text, string url) =>
        Assert.Equal(url, WalletAddressText.Parse(text).Match(Right: u => u.AbsoluteUri, Left: why => why));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("alice", "neither")]
    [InlineData("/alice", "neither")]
    [InlineData("wallet.example/alice", "neither")]
    [InlineData("$", "host")]
    [InlineData("$/alice", "host")]
    [InlineData("$$wallet.example", "host")]
    [InlineData("$wallet..example", "host")]
    [InlineData("$wallet.example:8443/alice", "port")]
    [InlineData("$wallet.example:", "port")]
    [InlineData("$[2606:4700::1111]:8443/alice", "port")]
    [InlineData("$https://wallet.example/alice", "scheme")]
    [InlineData("$alice:word@wallet.example", "user")]
    [InlineData("$wallet.example/alice?a=b", "query")]
    [InlineData("$wallet.example?", "query")]
    [InlineData("$wallet.example/#", "fragment")]
    [InlineData("$bücher.example/alice", "ASCII")]
    [InlineData("$wallet.example/é", "ASCII")]
    [InlineData("$wallet.example/a%2", "hexadecimal")]
    [InlineData("$wallet.example/a%zz", "hexadecimal")]
    [InlineData("$wallet.example/<a>", "no URL has")]
    [InlineData("$wallet.example/a|b", "no URL has")]
    [InlineData("https://xn--õ.example/", "host")]
    [InlineData("https://1.2.3.4.5/alice", "host")]
    [InlineData("https://wallet.example:0/alice", "port")]
    [InlineData("https://wallet.example/\u202ealice", "control")]
    [InlineData("file:///etc/passwd", "neither")]
    [InlineData("mailto:alice@wallet.example", "scheme mailto")]
    [InlineData("ftp://wallet.example/", "scheme ftp")]
    [InlineData("https://alice:pw@wallet.example/", "credentials")]
    [InlineData("$alice@wallet.example", "user")]
    [InlineData("https://wallet.example/#alice", "fragment")]
    [InlineData("https://wallet.example/?alice", "query")]
    [InlineData("https://wallet.example/\u0000", "control")]
    [InlineData("https://wallet.example/a\nb", "control")]
    [InlineData("https://wallet.example\\alice", "backslash")]
    public void What_is_none_is_refused_with_a_sentence(string text, string why)
    {
        var said = WalletAddressText.Parse(text).Match(Right: u => u.AbsoluteUri, Left: w => w);
        Assert.StartsWith("The wallet address ", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.EndsWith(".", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_over_long_one_is_refused() =>
        Assert.Contains("longer", WalletAddressText.Parse("$wallet.example/" + new string('a', 3000)).Match(Right: u => u.AbsoluteUri, Left: w => w), StringComparison.Ordinal);
}
