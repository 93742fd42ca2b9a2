using System.Net;
using Xunit;

namespace OpenPayments.Client.Tests;

public class UrlPolicyTests
{
    private static readonly UrlPolicy Strict = new(allowLoopback: false);
    private static readonly UrlPolicy Local = new(allowLoopback: true);

    [Theory]
    [InlineData("https://wallet.example/alice")]
    [InlineData("https://wallet.example:8443/tenant?x=1")]
    [InlineData("https://bücher.example/é")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2606:4700::1111]/")]
    [InlineData("https://[64:ff9b::808:808]/")]
    public void A_public_https_URL_may_be_called(string url) => Assert.Null(Strict.Refuse(new Uri(url)));

    [Theory]
    [InlineData("http://wallet.example/", "http, not https")]
    [InlineData("ftp://wallet.example/", "scheme")]
    [InlineData("file:///etc/passwd", "scheme")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("javascript:alert(1)", "scheme")]
    [InlineData("wallet.example/alice", "absolute")]
    [InlineData("", "absolute")]
    [InlineData("https://user:password@wallet.example/", "credentials")]
    [InlineData("https://user@wallet.example/", "credentials")]
    [InlineData("https://wallet.example/a\\b", "backslash")]
    [InlineData("https://wallet.example/a b", "blank")]
    [InlineData("https://wallet.example/a\nb", "control")]
    [InlineData("https://localhost/", "loopback")]
    [InlineData("https://LOCALHOST./", "loopback")]
    [InlineData("https://a.localhost/", "loopback")]
    public void What_is_no_public_https_URL_is_refused(string url, string why) =>
        Assert.Contains(why, Strict.Refuse(new Uri(url, UriKind.RelativeOrAbsolute)), StringComparison.Ordinal);

    [Fact]
    public void An_over_long_URL_is_refused() => Assert.Contains("longer", Strict.Refuse(new Uri("https://wallet.example/" + new string('a', 2100))), StringComparison.Ordinal);

    public static TheoryData<string, string> Unsendable => new()
    {
        { "https://xn--\u00f5.example/", "no host" }, // an A-label that is not ASCII: the framework takes it and throws later
        { "https://\u17d7\u158a\u08aa.example", "no host" },
        { "https://\u00ad/", "control" },
        { "https://\u17d7\ua58a\u08aa.example\u202e/", "control" },
        { "https://a\u202e.example/", "control" },
        { "https://wallet.example/\u200dalice", "control" },
        { "https://wallet.example/\u2028", "blank" },
        { "https://wallet.example/\ud800", "half" },
        { "https://wallet.example:0/", "port" },
        { "https://1.2.3.4.5/", "no host" },
        { "https://1.2.3.4./", "no host" },
        { "https://8\u30028/", "no host" }, // sent as 8.0.0.8, signed as 8.8
        { "https://\uff11\uff12\uff17.0.0.1/", "no host" },
        { "https://wallet.0x7f/", "no host" },
        { "https://" + new string('a', 64) + ".example/", "no host" },
        { "https://" + string.Join('.', Enumerable.Repeat("label", 50)) + "/", "no host" },
        { "https://-a.example/", "no host" },
        { "https://[2606:4700::1111%25eth0]/", "no host" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Unsendable))]
    public void What_no_request_can_carry_as_it_is_written_is_refused_and_nothing_is_thrown(string url, string why)
    {
        foreach (var policy in new[] { Strict, Local }) Assert.Contains(why, policy.Refuse(new Uri(url)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_was_never_escaped_is_refused()
    {
        var raw = new Uri("https://wallet.example/\u00e9", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        Assert.Contains("no request can carry", Strict.Refuse(raw), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bücher.example:8443/é?ü#f", "https://xn--bcher-kva.example:8443/%C3%A9?%C3%BC")]
    [InlineData("https://[2606:4700::1111]/", "https://[2606:4700::1111]/")]
    [InlineData("https://Wallet.Example:443", "https://wallet.example/")]
    public void The_target_of_a_URL_is_what_goes_on_the_wire(string url, string target) => Assert.Equal(target, RequestTarget.Of(new Uri(url)));

    // decimal, octal, hexadecimal and shortened spellings of addresses
    [Theory]
    [InlineData("https://127.0.0.1/"), InlineData("https://2130706433/"), InlineData("https://0x7f.1/"), InlineData("https://0177.0.0.1/"), InlineData("https://127.1/"), InlineData("https://0x7f000001/")]
    [InlineData("https://[::1]/"), InlineData("https://[::ffff:127.0.0.1]/"), InlineData("https://[0:0:0:0:0:0:0:1]/")]
    [InlineData("https://0.0.0.0/"), InlineData("https://10.1.2.3/"), InlineData("https://100.64.0.1/"), InlineData("https://169.254.169.254/"), InlineData("https://172.31.255.255/"), InlineData("https://192.0.0.1/")]
    [InlineData("https://192.168.1.1/"), InlineData("https://0xc0a80101/"), InlineData("https://3232235777/"), InlineData("https://198.19.0.1/"), InlineData("https://224.0.0.1/"), InlineData("https://255.255.255.255/")]
    [InlineData("https://[::]/"), InlineData("https://[fc00::1]/"), InlineData("https://[fd12:3456::1]/"), InlineData("https://[fe80::1]/"), InlineData("https://[ff02::1]/"), InlineData("https://[fec0::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/"), InlineData("https://[::ffff:a00:1]/"), InlineData("https://[64:ff9b::10.0.0.1]/"), InlineData("https://[64:ff9b:1::1]/"), InlineData("https://[2002:a00:1::]/"), InlineData("https://[2001:0:1:2:3:4:f5ff:fffe]/")]
    [InlineData("https://[::10.0.0.1]/"), InlineData("https://[2001:db8::1]/")]
    public void An_address_that_is_not_public_is_refused_however_it_is_written(string url)
    {
        Assert.NotNull(Strict.Refuse(new Uri(url)));
        var address = IPAddress.Parse(new Uri(url).IdnHost);
        Assert.NotNull(Strict.Refuse(address, plain: false));
    }

    [Theory]
    [InlineData("http://localhost:3000/"), InlineData("https://localhost:3000/"), InlineData("http://127.0.0.1/"), InlineData("http://[::1]:5000/"), InlineData("http://cloudnine.localhost/"), InlineData("https://127.0.0.1/")]
    public void Loopback_may_be_called_over_both_schemes_when_it_is_allowed(string url)
    {
        Assert.Null(Local.Refuse(new Uri(url)));
        Assert.NotNull(Strict.Refuse(new Uri(url)));
    }

    [Theory]
    [InlineData("http://[2606:4700::1111]/"), InlineData("https://10.0.0.1/"), InlineData("http://10.0.0.1/"), InlineData("http://8.8.8.8/"), InlineData("https://user@localhost/"), InlineData("https://169.254.169.254/")]
    public void Allowing_loopback_allows_nothing_else(string url) => Assert.NotNull(Local.Refuse(new Uri(url)));

    [Fact]
    public void With_loopback_allowed_a_name_over_http_is_judged_by_where_it_leads()
    {
        Assert.Null(Local.Refuse(new Uri("http://cloud-nine-wallet:3000/")));
        Assert.NotNull(Strict.Refuse(new Uri("http://cloud-nine-wallet:3000/")));
    }

    [Fact]
    public void At_connect_time_http_goes_to_loopback_alone()
    {
        Assert.Null(Local.Refuse(IPAddress.Loopback, plain: true));
        Assert.NotNull(Local.Refuse(IPAddress.Parse("8.8.8.8"), plain: true));
        Assert.NotNull(Local.Refuse(IPAddress.Parse("10.0.0.1"), plain: true));
        Assert.NotNull(Strict.Refuse(IPAddress.Loopback, plain: true));
        Assert.Null(Local.Refuse(IPAddress.Parse("8.8.8.8"), plain: false));
    }

    [Fact]
    public void A_reason_names_no_address() => Assert.DoesNotContain("10.", Strict.Refuse(new Uri("https://10.0.0.1/")), StringComparison.Ordinal);
}
