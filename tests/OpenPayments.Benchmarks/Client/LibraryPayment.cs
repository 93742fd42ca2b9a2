using System.Text.Json;
using OpenPayments.Client;
using OpenPayments.Generated;

namespace OpenPayments.Benchmarks;

/// <summary>The 11 requests of a payment, made by the client library: bodies written, requests signed, answers read.</summary>
internal sealed class LibraryPayment : IDisposable
{
    private static readonly Secret Token = new("9B1F6C3A77D24E5081C2");
    private static readonly IReadOnlyDictionary<string, JsonElement> Metadata = new Dictionary<string, JsonElement> { ["description"] = JsonElement.Parse("\"Order 42 – café\"") };

    private readonly SigningKey _key = SigningKey.Generate("key-1");
    private readonly OpenPaymentsClient _client;
    private readonly Uri _server;

    public LibraryPayment(Uri server)
    {
        _server = server;
        var options = new OpenPaymentsOptions { AllowLoopback = true };
        _client = new OpenPaymentsClient(OpenPaymentsHttpClient.Create(options, _key, new UrlPolicy(allowLoopback: true), TimeProvider.System));
    }

    public async Task PayAsync(int payments)
    {
        for (var i = 0; i < payments; i++) await PayAsync().ConfigureAwait(false);
    }

    /// <returns>The number of answers that were read: 11.</returns>
    public async Task<int> PayAsync()
    {
        var sender = Body(await _client.WalletAddresses.GetWalletAddressAsync(Url("alice")).ConfigureAwait(false));
        var receiver = Body(await _client.WalletAddresses.GetWalletAddressAsync(Url("bob")).ConfigureAwait(false));
        _ = Body(await _client.Grants.RequestGrantAsync(receiver.AuthServer, Grant(new AccessIncoming { Actions = [AccessIncomingAction.Create, AccessIncomingAction.Read] })).ConfigureAwait(false));
        var incoming = Body(await _client.Resources.CreateIncomingPaymentAsync(Url("tenant/incoming-payments"), Token, new CreateIncomingPaymentRequest { WalletAddress = receiver.Id, IncomingAmount = Ten, Metadata = Metadata }).ConfigureAwait(false));
        _ = Body(await _client.Grants.RequestGrantAsync(sender.AuthServer, Grant(new AccessQuote { Actions = [AccessQuoteAction.Create] })).ConfigureAwait(false));
        var quote = Body(await _client.Resources.CreateQuoteAsync(Url("tenant/quotes"), Token, new CreateQuoteRequest.Plain { WalletAddress = sender.Id, Receiver = incoming.Id, Method = PaymentMethod.Ilp }).ConfigureAwait(false));
        var pending = (GrantResponse.InteractionRequired)Body(await _client.Grants.RequestGrantAsync(Url("grant/interactive"), Grant(Outgoing(sender.Id, quote.DebitAmount), Interact())).ConfigureAwait(false));
        _ = Body(await _client.Grants.ContinueGrantAsync(pending.Continue.Uri, pending.Continue.AccessToken.Value, new ContinueGrantRequest { InteractRef = Token }).ConfigureAwait(false));
        var outgoing = Body(await _client.Resources.CreateOutgoingPaymentAsync(Url("tenant/outgoing-payments"), Token, new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = sender.Id, QuoteId = quote.Id, Metadata = Metadata }).ConfigureAwait(false));
        _ = Body(await _client.Resources.GetOutgoingPaymentAsync(outgoing.Id, Token).ConfigureAwait(false));
        _ = Body(await _client.Resources.GetIncomingPaymentAsync(incoming.Id, Token).ConfigureAwait(false));
        return 11;
    }

    public void Dispose()
    {
        _client.Dispose();
        _key.Dispose();
    }

    private static Amount Ten => new() { Value = 1000, AssetCode = "USD", AssetScale = 2 };

    private Uri Url(string path) => new(_server, path);

    private GrantRequest.WithAccessToken Grant(AccessItem access, InteractRequest? interact = null) => new()
    {
        AccessToken = new GrantRequestAccessToken { Access = [access] },
        Client = new ClientInstance.WithWalletAddress { WalletAddress = Url("shop") },
        Interact = interact,
    };

    private static AccessOutgoing Outgoing(Uri payer, Amount debit) => new()
    {
        Actions = [AccessOutgoingAction.Create, AccessOutgoingAction.Read],
        Identifier = payer,
        Limits = new LimitsOutgoing.WithDebitAmount { DebitAmount = debit },
    };

    private InteractRequest Interact() => new()
    {
        Start = [InteractRequestStart.Redirect],
        Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = Url("payments/1/finish"), Nonce = Token },
    };

    private static T Body<T>(ApiResult<T> result) => result is ApiResult<T>.Success success ? success.Body : throw new InvalidOperationException(result.ToString());
}
