using OpenPayments.Generated;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>The steps of a payment, each with what it usually asks for, so that a test spells out only what it is about.</summary>
internal static class Journey
{
    public static readonly InteractRequestFinish Finish = new()
    {
        Method = InteractRequestFinishMethod.Redirect,
        Uri = new Uri("http://127.0.0.1:9/finish?order=4%202&note=a+b"),
        Nonce = new Secret("a-nonce-of-the-client"),
    };

    public static Uri Collection(this WalletAddress wallet, string name) => new($"{wallet.ResourceServer.AbsoluteUri}/{name}");

    public static Amount Usd(ulong value) => new() { Value = value, AssetCode = "USD", AssetScale = 2 };

    public static GrantRequest Request(this TestClient client, InteractRequest? interact, params AccessItem[] access)
        => new GrantRequest.WithAccessToken { Client = client.Instance, Interact = interact, AccessToken = new GrantRequestAccessToken { Access = access } };

    public static AccessItem Receiving { get; } = new AccessIncoming { Actions = [AccessIncomingAction.Create, AccessIncomingAction.Read, AccessIncomingAction.Complete, AccessIncomingAction.List] };

    public static AccessItem Quoting { get; } = new AccessQuote { Actions = [AccessQuoteAction.Create, AccessQuoteAction.Read] };

    public static AccessItem Paying(Uri payer, LimitsOutgoing? limits = null)
        => new AccessOutgoing { Identifier = payer, Limits = limits, Actions = [AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List] };

    public static LimitsOutgoing UpTo(Amount debit) => new LimitsOutgoing.WithDebitAmount { DebitAmount = debit };

    /// <summary>A token that nobody has to be asked for.</summary>
    public static async Task<AccessToken> TokenAsync(this TestClient client, WalletAddress wallet, AccessItem access)
        => Assert.IsType<GrantResponse.Granted>((await client.Grants.RequestGrantAsync(wallet.AuthServer, client.Request(null, access))).Body()).AccessToken;

    public static async Task<IncomingPaymentWithMethods> OpenAsync(this TestClient client, WalletAddress payee, AccessToken token, Amount? amount = null, DateTimeOffset? expiresAt = null)
        => (await client.Resources.CreateIncomingPaymentAsync(payee.Collection("incoming-payments"), token.Value,
            new CreateIncomingPaymentRequest { WalletAddress = payee.Id, IncomingAmount = amount, ExpiresAt = expiresAt })).Body();

    public static Task<ApiResult<Quote>> QuoteAsync(this TestClient client, WalletAddress payer, AccessToken token, Uri receiver)
        => client.Resources.CreateQuoteAsync(payer.Collection("quotes"), token.Value, new CreateQuoteRequest.Plain { WalletAddress = payer.Id, Receiver = receiver, Method = PaymentMethod.Ilp });

    /// <summary>Asks for the payer's consent; the answer tells where.</summary>
    public static async Task<GrantResponse.InteractionRequired> AskAsync(this TestClient client, WalletAddress payer, LimitsOutgoing? limits, InteractRequestFinish? finish = null)
        => Assert.IsType<GrantResponse.InteractionRequired>((await client.Grants.RequestGrantAsync(payer.AuthServer, client.Request(Redirect(finish ?? Finish), Paying(payer.Id, limits)))).Body());

    public static InteractRequest Redirect(InteractRequestFinish? finish) => new() { Start = [InteractRequestStart.Redirect], Finish = finish };

    public static Task<ApiResult<ContinueGrantResponse>> ContinueAsync(this TestClient client, Continue at, string? reference)
        => client.Grants.ContinueGrantAsync(at.Uri, at.AccessToken.Value, reference is null ? null : new ContinueGrantRequest { InteractRef = new Secret(reference) });

    /// <summary>Consent given and fetched, after the wait.</summary>
    public static async Task<AccessToken> ConsentAsync(this TestSandbox sandbox, WalletAddress payer, LimitsOutgoing? limits)
    {
        var asked = await sandbox.Client.AskAsync(payer, limits);
        var back = await ConsentBrowser.ApproveAsync(asked.Interact.Redirect);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        return (await sandbox.Client.ContinueAsync(asked.Continue, Query.Of(back)["interact_ref"])).Body().AccessToken!;
    }

    public static Task<ApiResult<OutgoingPaymentWithSpentAmounts>> PayAsync(this TestClient client, WalletAddress payer, AccessToken token, Uri quote)
        => client.Resources.CreateOutgoingPaymentAsync(payer.Collection("outgoing-payments"), token.Value, new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = payer.Id, QuoteId = quote });
}
