using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>Everything up to consent: wallets, an incoming payment of bob's, tokens, and a quote of alice's for it.</summary>
internal sealed record Ready(WalletAddress Payer, WalletAddress Payee, AccessToken Receiving, IncomingPaymentWithMethods Incoming, AccessToken Quoting, Quote Quote)
{
    public static async Task<Ready> ForAsync(TestSandbox sandbox, ulong amount, Uri? payer = null)
    {
        var client = sandbox.Client;
        var (from, to) = (await client.WalletAsync(payer ?? sandbox.Alice), await client.WalletAsync(sandbox.Bob));
        var receiving = await client.TokenAsync(to, Journey.Receiving);
        var incoming = await client.OpenAsync(to, receiving, Journey.Usd(amount));
        var quoting = await client.TokenAsync(from, Journey.Quoting);
        return new Ready(from, to, receiving, incoming, quoting, (await client.QuoteAsync(from, quoting, incoming.Id)).Body());
    }

    public async Task<IncomingPaymentWithMethods> ReceivedAsync(TestSandbox sandbox)
        => Assert.IsType<IncomingPaymentWithMethods>((await sandbox.Client.Resources.GetIncomingPaymentAsync(Incoming.Id, Receiving.Value)).Body());
}
