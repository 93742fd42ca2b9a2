namespace OpenPayments.Generated.Tests;

public sealed class UrlIdentityTests
{
    [Theory]
    [InlineData("https://wallet.example/alice", "HTTPS://Wallet.Example:443/alice")]
    [InlineData("https://wallet.example", "https://wallet.example/")]
    [InlineData("https://wallet.example?a", "https://wallet.example/?a")]
    [InlineData("https://wallet.example/%61%7e%2d", "https://wallet.example/a~-")]
    [InlineData("https://wallet.example/%c3%a9", "https://wallet.example/%C3%A9")]
    [InlineData("https://wallet.example/a/./b/../c", "https://wallet.example/a/c")]
    [InlineData("https://wallet.example/a/b/..", "https://wallet.example/a/")]
    [InlineData("https://wallet.example/../../a", "https://wallet.example/a")]
    [InlineData("https://wallet.example/%2e%2E/a", "https://wallet.example/a")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://[2606:4700:0:0::1111]/", "https://[2606:4700::1111]/")]
    public void Two_spellings_of_one_URL_are_the_same(string one, string other)
    {
        Assert.True(UrlIdentity.Same(new Uri(one), new Uri(other)), $"{UrlIdentity.Of(new Uri(one))} and {UrlIdentity.Of(new Uri(other))}");
        Assert.True(UrlIdentity.Comparer.Equals(new Uri(one), new Uri(other)));
        Assert.Single(new HashSet<Uri>([new Uri(one), new Uri(other)], UrlIdentity.Comparer));
    }

    [Theory]
    [InlineData("file://\u202e/a")]
    [InlineData("file://\u200e")]
    [InlineData("https://[")]
    public void A_text_that_is_no_URL_is_none_and_nothing_is_thrown(string text)
    {
        Assert.Null(UrlText.Read(text));
        Assert.Null(UrlText.ReadAbsolute(text));
        Assert.Null(UrlText.ReadAbsolute("/alice"));
        Assert.Equal(new Uri("/alice", UriKind.Relative), UrlText.Read("/alice"));
    }

    [Theory]
    [InlineData("https://wallet.example/alice", "https://wallet.example/alice#bob")]
    [InlineData("https://wallet.example/alice", "https://bob@wallet.example/alice")]
    [InlineData("https://a:b@wallet.example/alice", "https://a:c@wallet.example/alice")]
    [InlineData("https://wallet.example/alice", "https://wallet.example/Alice")]
    [InlineData("https://wallet.example/alice", "https://wallet.example/alice/")]
    [InlineData("https://wallet.example/alice", "https://wallet.example/alice?")]
    [InlineData("https://wallet.example/a%2Fb", "https://wallet.example/a/b")]
    [InlineData("https://wallet.example/?a=%26", "https://wallet.example/?a=&")]
    [InlineData("https://wallet.example/alice", "http://wallet.example/alice")]
    [InlineData("https://wallet.example/alice", "https://wallet.example:8443/alice")]
    [InlineData("https://wallet.example/alice", "https://wallet.example./alice")]
    [InlineData("/alice", "/alice#")]
    [InlineData("mailto:alice@wallet.example", "mailto:Alice@wallet.example")]
    public void Two_URLs_that_differ_in_what_counts_are_not_the_same(string one, string other)
    {
        var (a, b) = (new Uri(one, UriKind.RelativeOrAbsolute), new Uri(other, UriKind.RelativeOrAbsolute));
        Assert.False(UrlIdentity.Same(a, b), UrlIdentity.Of(a));
        Assert.False(UrlIdentity.Comparer.Equals(a, b));
        Assert.False(UrlIdentity.Comparer.Equals(a, null));
    }
}
