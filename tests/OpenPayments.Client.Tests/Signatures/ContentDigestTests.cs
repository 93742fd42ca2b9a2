using System.Text;
using Xunit;

namespace OpenPayments.Client.Tests;

public class ContentDigestTests
{
    // RFC 9530 appendix B: the body ends in a line feed
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes("{\"hello\": \"world\"}\n");
    private const string HelloSha512 = "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:";
    private const string HelloSha256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    [Fact]
    public void The_digest_of_RFC_9530_comes_out() => Assert.Equal(HelloSha512, ContentDigest.Sha512(Hello));

    [Fact]
    public void The_digest_of_RFC_9421_appendix_B_comes_out() => Assert.Equal(
        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:", ContentDigest.Sha512("""{"hello": "world"}"""u8.ToArray()));

    [Theory]
    [InlineData(HelloSha512)]
    [InlineData(HelloSha256)]
    [InlineData(HelloSha256 + ", " + HelloSha512)]
    [InlineData("md5=:AAAA:, " + HelloSha512)]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg:")]
    public void A_digest_that_fits_matches(string header) => Assert.True(ContentDigest.Matches(header, Hello));

    [Theory]
    [InlineData("")]
    [InlineData("md5=:AAAA:")]
    [InlineData("sha-512=:AAAA:")]
    [InlineData("sha-512=YMAam51Jz")]
    [InlineData("sha-512=\"YMAam51Jz\"")]
    [InlineData(HelloSha512 + ", sha-256=:AAAA:")]
    [InlineData(HelloSha512 + ", " + HelloSha512)]
    [InlineData("SHA-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:")]
    public void A_digest_that_is_unknown_malformed_or_in_part_wrong_does_not_match(string header) => Assert.False(ContentDigest.Matches(header, Hello));

    [Fact]
    public void A_digest_does_not_match_another_body() => Assert.False(ContentDigest.Matches(HelloSha512, (byte[])[.. Hello, 0]));
}
