using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>RFC 9635 section 4.2.3, with one example that a running server made and one from the public guide.</summary>
public sealed class InteractionHashTests
{
    private const string Server = "PHaf01WbJr+NaxZW3QwMm4sw16hXBF3xsh4aTkW6PC4=";

    private const string Guide = "x-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY";

    [Theory]
    [InlineData(Server)]
    [InlineData("PHaf01WbJr+NaxZW3QwMm4sw16hXBF3xsh4aTkW6PC4")]
    [InlineData("PHaf01WbJr-NaxZW3QwMm4sw16hXBF3xsh4aTkW6PC4=")]
    [InlineData("PHaf01WbJr-NaxZW3QwMm4sw16hXBF3xsh4aTkW6PC4")]
    [InlineData("PHaf01WbJr NaxZW3QwMm4sw16hXBF3xsh4aTkW6PC4=")]
    public void The_hash_of_a_running_server_fits_in_every_encoding(string hash)
    {
        Assert.True(FitsServer(hash, "https://cloud-nine-wallet-auth/438fa74a-fa7d-4317-9ced-dde32ece1787"));
        Assert.True(FitsServer(hash, "https://cloud-nine-wallet-auth/438fa74a-fa7d-4317-9ced-dde32ece1787/"));
    }

    [Theory]
    [InlineData(Guide)]
    [InlineData("x-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY=")]
    [InlineData("x+gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY=")]
    [InlineData("x+gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY")]
    [InlineData("x gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY")]
    public void The_hash_of_the_guide_fits_in_every_encoding(string hash)
    {
        Assert.True(FitsGuide(hash, "https://server.example.com/tx"));
        Assert.True(FitsGuide(hash, "https://server.example.com/tx/"));
    }

    [Fact]
    public void A_hash_that_was_made_with_a_slash_at_the_end_of_the_endpoint_fits()
    {
        var hash = Convert.ToBase64String(InteractionHash.Of(Nonce, Finish, Ref, "https://server.example.com/tx/"));
        Assert.True(FitsGuide(hash, "https://server.example.com/tx"));
        Assert.True(FitsGuide(hash, "https://server.example.com/tx/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("x")]
    [InlineData("not base64 at all!")]
    [InlineData("x-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBff")]
    [InlineData("x-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffYY")]
    [InlineData("x-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("X-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY")]
    public void Anything_else_does_not(string hash) => Assert.False(FitsGuide(hash, "https://server.example.com/tx"));

    [Fact]
    public void One_bit_of_difference_in_any_part_is_another_hash()
    {
        var at = new Uri("https://server.example.com/tx");
        Assert.False(InteractionHash.Fits(Guide, new Secret("VJLO6A4CATR0KRP"), Finish, Ref, at));
        Assert.False(InteractionHash.Fits(Guide, Nonce, new Secret("MBDOFXG4Y5CVJCX821LI"), Ref, at));
        Assert.False(InteractionHash.Fits(Guide, Nonce, Finish, new Secret("4IFWWIKYB2PQ6U56NL2"), at));
        Assert.False(InteractionHash.Fits(Guide, Nonce, Finish, Ref, new Uri("https://server.example.com/ty")));
    }

    private static Secret Nonce { get; } = new("VJLO6A4CATR0KRO");

    private static Secret Finish { get; } = new("MBDOFXG4Y5CVJCX821LH");

    private static Secret Ref { get; } = new("4IFWWIKYB2PQ6U56NL1");

    private static bool FitsGuide(string hash, string endpoint) => InteractionHash.Fits(hash, Nonce, Finish, Ref, new Uri(endpoint));

    private static bool FitsServer(string hash, string endpoint) =>
        InteractionHash.Fits(
            hash, new Secret("xH_TFIZWMiWtgxavaIzdPg"), new Secret("922E1BB843032BDC"), new Secret("9d380d48-0d7b-4e5f-ae2b-992154a21e90"),
            new Uri(endpoint));
}
