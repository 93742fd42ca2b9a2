using System.Net;

namespace OpenPayments.Generated.Tests;

/// <summary>A success that may have no body, where the documents say so.</summary>
public class NothingTests
{
    [Theory]
    [InlineData(204, "")]
    [InlineData(205, "")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(202, " \r\n")]
    public void No_body_is_nothing(int status, string body) =>
        Assert.IsType<OrNothing<Amount>.Nothing>(Assert.IsType<ApiResult<OrNothing<Amount>>.Success>(Answer(status, body)).Body);

    [Fact]
    public void A_body_is_something() =>
        Assert.Equal(5UL, Assert.IsType<OrNothing<Amount>.Something>(Assert.IsType<ApiResult<OrNothing<Amount>>.Success>(Answer(200, """{"value":"5","assetCode":"USD","assetScale":2}""")).Body).Body.Value);

    [Theory]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("[]")]
    public void Another_body_is_unreadable(string body) => Assert.IsType<ApiResult<OrNothing<Amount>>.Unreadable>(Answer(200, body));

    [Fact]
    public void A_refusal_without_a_body_is_no_success() => Assert.IsType<ApiResult<OrNothing<Amount>>.Failure>(Answer(404, ""));

    [Fact]
    public void Where_a_body_is_promised_none_is_unreadable()
    {
        using var answer = Read(204, "");
        Assert.IsType<ApiResult<Amount>.Unreadable>(answer.As<Amount>(OpenPaymentsJsonContext.Default.Options));
    }

    [Fact]
    public void Match_tells_them_apart() =>
        Assert.Equal(("5", "none"), (Say(new OrNothing<string>.Something("5")), Say(new OrNothing<string>.Nothing())));

    private static string Say(OrNothing<string> value) => value.Match(something => something.Body, _ => "none");

    private static ApiResult<OrNothing<Amount>> Answer(int status, string body)
    {
        using var answer = Read(status, body);
        return answer.AsOrNothing<Amount>(OpenPaymentsJsonContext.Default.Options);
    }

    private static ApiAnswer Read(int status, string body)
    {
        var buffer = new PooledBuffer();
        System.Text.Encoding.UTF8.GetBytes(body, buffer.GetSpan(body.Length + 1));
        buffer.Advance(body.Length);
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return new ApiAnswer(buffer, null, status, response.Headers);
    }
}
