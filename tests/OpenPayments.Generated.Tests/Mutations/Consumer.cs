using OpenPayments.Generated;

namespace OpenPayments.Above;

/// <summary>Stands for the layers above the generated one: every union matched with all its arms, requests made, members read.</summary>
internal static class Consumer
{
    public static string Access(AccessItem item) => item.Match(
        accessIncoming: incoming => incoming.Identifier?.AbsoluteUri ?? "any",
        accessOutgoing: outgoing => outgoing.Identifier.AbsoluteUri + (outgoing.Limits is { } limits ? Limit(limits) : ""),
        accessQuote: quote => quote.Actions[0].Value,
        unknown: unknown => unknown.Json.GetRawText());

    public static string Limit(LimitsOutgoing limits) => limits.Match(
        plain: plain => plain.Interval ?? "once",
        withDebitAmount: most => most.DebitAmount.AssetCode,
        withReceiveAmount: most => most.ReceiveAmount.AssetCode,
        unknown: unknown => unknown.Receiver?.AbsoluteUri ?? "");

    public static Secret? Token(GrantResponse response) => response.Match<Secret?>(
        interactionRequired => interactionRequired.Continue.AccessToken.Value,
        granted => granted.AccessToken.Value,
        unknown => null);

    public static bool Arrived(IncomingPaymentView view) => view.Match(
        whole => whole.Completed && whole.Methods.Count == 0,
        open => open.ReceivedAmount is { Value: > 0 },
        unknown => false);

    public static string Method(IncomingPaymentMethod method) => method.Match(ilp => ilp.IlpAddress, unknown => "");

    public static Uri? Who(ClientInstance client) => client.Match<Uri?>(uri => uri.Value, wallet => wallet.WalletAddress, key => null);

    public static GrantRequest Ask(Uri client, Uri payer, Amount most, Uri finish, Secret nonce) => new GrantRequest.WithAccessToken
    {
        Client = new ClientInstance.WithWalletAddress { WalletAddress = client },
        AccessToken = new GrantRequestAccessToken
        {
            Access =
            [
                new AccessQuote { Actions = [AccessQuoteAction.Create, AccessQuoteAction.Read] },
                new AccessOutgoing { Actions = [AccessOutgoingAction.Create], Identifier = payer, Limits = new LimitsOutgoing.WithDebitAmount { DebitAmount = most } },
            ],
        },
        Interact = new InteractRequest
        {
            Start = [InteractRequestStart.Redirect],
            Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = finish, Nonce = nonce },
        },
    };

    public static CreateIncomingPaymentRequest Receive(Uri payee, Amount amount) => new() { WalletAddress = payee, IncomingAmount = amount };

    public static CreateQuoteRequest Price(Uri payer, Uri receiver) => new CreateQuoteRequest.Plain { WalletAddress = payer, Receiver = receiver, Method = PaymentMethod.Ilp };

    public static CreateOutgoingPaymentRequest Pay(Uri payer, Quote quote) => new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = payer, QuoteId = quote.Id };

    public static string Read(Quote quote, WalletAddress wallet, AccessToken token)
    {
        Amount debit = quote.DebitAmount;
        int? seconds = token.ExpiresIn;
        return $"{debit.Value} {quote.ReceiveAmount.AssetCode.Length} {wallet.AssetCode.Length} {wallet.AdditionalProperties?.Count} {seconds} {quote.ExpiresAt?.Year}";
    }

    public static async Task<int> Call(IAuthServerApi grants, IResourceServerApi resources, IWalletAddressServerApi wallets, Uri url, Secret token, GrantRequest ask)
    {
        var wallet = await wallets.GetWalletAddressAsync(url);
        var grant = await grants.RequestGrantAsync(url, ask);
        var quote = await resources.GetQuoteAsync(url, token);
        var list = await resources.ListIncomingPaymentsAsync(url, token, "https://a.example", cancellationToken: CancellationToken.None);
        var gone = await grants.RevokeTokenAsync(url, token);
        return wallet.Status + grant.Status + quote.Match(yes => yes.Body.Method.Value.Length, no => no.Error?.Code == ErrorResponse.Codes.InvalidClient ? 1 : 2, bad => bad.Why.Length) + list.Status + gone.Status;
    }
}
