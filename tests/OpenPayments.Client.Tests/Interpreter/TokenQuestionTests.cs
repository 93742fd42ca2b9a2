using System.Text;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>The questions that keep a payment going after its first step: who someone is, a token renewed, what was spent, a mark.</summary>
public sealed class TokenQuestionTests
{
    private static readonly Secret Token = new("t0k3n");

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_request_for_an_identity_names_the_subject_and_says_who_asks_and_asks_for_no_token(bool directed)
    {
        await using var server = RawServer.Json(400, "{}");
        using var test = new TestClient(o => o.DirectedIdentity = directed);
        var subject = new Subject { SubIds = [new SubjectSubId { Id = "https://wallet.example/alice", Format = SubjectSubIdFormat.Uri }] };
        var interact = new InteractRequest
        {
            Start = [InteractRequestStart.Redirect],
            Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = new Uri("https://shop.example/finish"), Nonce = new Secret("n0nce") },
        };
        _ = await test.Interpreter<object>().RequestSubject(new RequestSubject(server.Url("/tenant"), subject, interact), Answers.Same<GrantResponse>());
        var request = server.Requests.Single();
        var body = Encoding.UTF8.GetString(request.Body);
        Assert.Equal(("POST", "/tenant"), (request.Method, request.Target));
        Assert.Contains("""{"sub_ids":[{"id":"https://wallet.example/alice","format":"uri"}]}""", body, StringComparison.Ordinal);
        Assert.Contains("""{"walletAddress":"https://client.example/me"}""", body, StringComparison.Ordinal);
        Assert.Contains("n0nce", body, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token", body, StringComparison.Ordinal);
        Assert.IsType<Verification.Valid>(test.Verify(request.Message()));
    }

    [Fact]
    public async Task A_token_is_rotated_at_its_own_URL_with_itself_and_no_body()
    {
        await using var server = RawServer.Json(200, """{"access_token":{"value":"fr3sh","manage":"https://auth.example/token/2","access":[]}}""");
        using var test = new TestClient();
        var rotated = await Answers.Body<RotateTokenResponse>(test.Interpreter<object>().RotateToken(new RotateToken(server.Url("/token/1?t=2"), Token), Answers.Same<RotateTokenResponse>()));
        var request = server.Requests.Single();
        Assert.Equal(("POST", "/token/1?t=2", "GNAP t0k3n"), (request.Method, request.Target, request.Header("Authorization").Single()));
        Assert.Empty(request.Body);
        Assert.IsType<Verification.Valid>(test.Verify(request.Message()));
        Assert.Equal(("fr3sh", "https://auth.example/token/2"), (rotated.AccessToken.Value.Reveal(), rotated.AccessToken.Manage.AbsoluteUri));
    }

    [Fact]
    public async Task What_was_spent_is_read_below_the_resource_server_with_the_token()
    {
        await using var server = RawServer.Json(200, """{"spentDebitAmount":{"value":"12","assetCode":"USD","assetScale":2},"spentReceiveAmount":null}""");
        using var test = new TestClient();
        var spent = await Answers.Body<GetOutgoingPaymentGrantResponse>(test.Interpreter<object>().GetSpentAmounts(new GetSpentAmounts(server.Url("/tenant/"), Token), Answers.Same<GetOutgoingPaymentGrantResponse>()));
        var request = server.Requests.Single();
        Assert.Equal(("GET", "/tenant/outgoing-payment-grant", "GNAP t0k3n"), (request.Method, request.Target, request.Header("Authorization").Single()));
        Assert.IsType<Verification.Valid>(test.Verify(request.Message()));
        Assert.Equal((12UL, null), (spent.SpentDebitAmount?.Value, spent.SpentReceiveAmount));
    }
}
