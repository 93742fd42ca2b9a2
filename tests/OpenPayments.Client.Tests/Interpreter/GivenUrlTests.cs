using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>URLs that servers give are checked when they are given, where the payment can still be left, and when they are called, always.</summary>
public sealed class GivenUrlTests
{
    private const string Inside = "https://10.0.0.1/x";
    private const string Outside = "https://auth.example/x";
    private static readonly Secret Token = new("t0k3n");

    private static string Granted(string manage) =>
        $$$"""{"access_token":{"value":"v","manage":"{{{manage}}}","access":[]},"continue":{"access_token":{"value":"c"},"uri":"{{{Outside}}}"}}""";

    private static string Rotated(string manage) => $$$"""{"access_token":{"value":"v","manage":"{{{manage}}}","access":[]}}""";

    private static string Interaction(string continuation) =>
        $$$"""{"interact":{"redirect":"{{{Outside}}}","finish":"f"},"continue":{"access_token":{"value":"c"},"uri":"{{{continuation}}}"}}""";

    private static string Pending(string continuation) => $$$"""{"continue":{"access_token":{"value":"c"},"uri":"{{{continuation}}}","wait":5}}""";

    private static string Incoming(string id) =>
        $$"""{"id":"{{id}}","walletAddress":"{{Outside}}","completed":false,"receivedAmount":{"value":"0","assetCode":"USD","assetScale":2},"createdAt":"2026-11-22T09:00:00Z","methods":[]}""";

    private static string Outgoing(string id) => $$"""
        {"id":"{{id}}","walletAddress":"{{Outside}}","quoteId":"{{Outside}}","receiver":"{{Outside}}","receiveAmount":{"value":"1","assetCode":"USD","assetScale":2},
         "debitAmount":{"value":"1","assetCode":"USD","assetScale":2},"sentAmount":{"value":"0","assetCode":"USD","assetScale":2},"grantSpentDebitAmount":{"value":"0","assetCode":"USD","assetScale":2},"grantSpentReceiveAmount":{"value":"0","assetCode":"USD","assetScale":2},"createdAt":"2026-11-22T09:00:00Z"}
        """;

    [Fact]
    public async Task A_token_whose_management_URL_may_not_be_called_is_refused_with_the_grant()
    {
        Assert.Equal("access_token.manage", await RefusedMember<GrantResponse>(Granted(Inside), Grant));
        Assert.Equal("access_token.manage", await RefusedMember<ContinueGrantResponse>(Granted(Inside), Continue));
        await Accepted<GrantResponse>(Granted(Outside), Grant);
        await Accepted<ContinueGrantResponse>(Granted(Outside), Continue);
    }

    [Fact]
    public async Task A_continuation_that_may_not_be_called_is_refused_where_it_would_be()
    {
        Assert.Equal("continue.uri", await RefusedMember<GrantResponse>(Interaction(Inside), Grant));
        Assert.Equal("continue.uri", await RefusedMember<ContinueGrantResponse>(Pending(Inside), Continue));
    }

    [Fact]
    public async Task An_incoming_payment_that_could_not_be_read_is_not_paid() =>
        Assert.Equal("id", await RefusedMember<IncomingPaymentWithMethods>(Incoming(Inside), (i, url, next) =>
            i.CreateIncomingPayment(new CreateIncomingPayment(url, Token, new CreateIncomingPaymentRequest { WalletAddress = new Uri(Outside) }), next)));

    [Fact]
    public async Task What_cannot_be_undone_is_believed_whatever_its_URLs()
    {
        await Accepted<RotateTokenResponse>(Rotated(Inside), (i, url, next) => i.RotateToken(new RotateToken(url, Token), next));
        await Accepted<OutgoingPaymentWithSpentAmounts>(Outgoing(Inside), (i, url, next) =>
            i.CreateOutgoingPayment(new CreateOutgoingPayment(url, Token, new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = new Uri(Outside), QuoteId = new Uri(Outside) }), next));
    }

    [Fact]
    public async Task A_URL_that_was_believed_is_checked_when_it_is_called()
    {
        using var test = new TestClient();
        var inside = new Uri(Inside);
        Assert.Equal(Refusal.Codes.UrlRefused, (await Answers.Refusal<RotateTokenResponse>(test.Interpreter<object>().RotateToken(new RotateToken(inside, Token), Answers.Same<RotateTokenResponse>()))).Code);
        Assert.Equal(Refusal.Codes.UrlRefused, (await Answers.Refusal<OutgoingPayment>(test.Interpreter<object>().GetOutgoingPayment(new GetOutgoingPayment(inside, Token), Answers.Same<OutgoingPayment>()))).Code);
    }

    private delegate Task<StepResult<object>> Question<T>(HttpInterpreter<object> interpreter, Uri url, Func<Answer<T>, object> next);

    private static Task<StepResult<object>> Grant(HttpInterpreter<object> interpreter, Uri url, Func<Answer<GrantResponse>, object> next) =>
        interpreter.RequestGrant(new RequestGrant(url, new AccessQuote { Actions = [AccessQuoteAction.Create] }), next);

    private static Task<StepResult<object>> Continue(HttpInterpreter<object> interpreter, Uri url, Func<Answer<ContinueGrantResponse>, object> next) =>
        interpreter.ContinueGrant(new ContinueGrant(url, Token, new Secret("ref")), next);

    private static async Task<string?> RefusedMember<T>(string body, Question<T> ask)
    {
        var refusal = Assert.IsType<Answer<T>.Refused>(await AskAsync(body, ask)).Refusal;
        Assert.Equal((0, Refusal.Codes.UrlRefused), (refusal.Status, refusal.Code));
        return refusal.Description?.Split(' ')[1];
    }

    private static async Task Accepted<T>(string body, Question<T> ask) => Assert.IsType<Answer<T>.Body>(await AskAsync(body, ask));

    private static async Task<Answer<T>> AskAsync<T>(string body, Question<T> ask)
    {
        await using var server = RawServer.Json(200, body);
        using var test = new TestClient();
        return await Answers.Of<T>(ask(test.Interpreter<object>(), server.Url("/x"), Answers.Same<T>()));
    }
}
