using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>A consent that was given once, and payments from alice to bob under it, months apart.</summary>
internal sealed class Recurring
{
    private readonly TestSandbox _sandbox;
    private readonly WalletAddress _payer;
    private readonly WalletAddress _payee;
    private AccessToken _token;

    private Recurring(TestSandbox sandbox, WalletAddress payer, WalletAddress payee, AccessToken token) => (_sandbox, _payer, _payee, _token) = (sandbox, payer, payee, token);

    public static async Task<Recurring> StartAsync(TestSandbox sandbox, LimitsOutgoing limits)
    {
        var (payer, payee) = (await sandbox.WalletAsync(sandbox.Alice), await sandbox.WalletAsync(sandbox.Bob));
        return new Recurring(sandbox, payer, payee, await sandbox.ConsentAsync(payer, limits));
    }

    /// <summary>Moves the clock to this time; the token, long expired, is rotated.</summary>
    public async Task AtAsync(string time)
    {
        _sandbox.Clock.Advance(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) - _sandbox.Clock.GetUtcNow());
        _token = (await _sandbox.Client.Grants.RotateTokenAsync(_token.Manage, _token.Value)).Body().AccessToken;
    }

    /// <summary>Pays without a quote, into a new open incoming payment.</summary>
    public async Task<ApiResult<OutgoingPaymentWithSpentAmounts>> PayAsync(Amount debit)
    {
        var receiver = await _sandbox.Client.OpenAsync(_payee, await _sandbox.Client.TokenAsync(_payee, Journey.Receiving));
        return await _sandbox.Client.Resources.CreateOutgoingPaymentAsync(_payer.Collection("outgoing-payments"), _token.Value,
            new CreateOutgoingPaymentRequest.WithIncomingPayment { WalletAddress = _payer.Id, IncomingPayment = receiver.Id, DebitAmount = debit });
    }

    /// <summary>Pays so that this arrives.</summary>
    public async Task<ApiResult<OutgoingPaymentWithSpentAmounts>> PayQuotedAsync(Amount receive)
    {
        var receiver = await _sandbox.Client.OpenAsync(_payee, await _sandbox.Client.TokenAsync(_payee, Journey.Receiving), receive);
        var quote = (await _sandbox.Client.QuoteAsync(_payer, await _sandbox.Client.TokenAsync(_payer, Journey.Quoting), receiver.Id)).Body();
        return await _sandbox.Client.PayAsync(_payer, _token, quote.Id);
    }

    /// <summary>The payee takes no more money into this incoming payment.</summary>
    public async Task CloseAsync(Uri receiver)
        => _ = (await _sandbox.Client.Resources.CompleteIncomingPaymentAsync(
            new Uri(receiver.AbsoluteUri + "/complete"), (await _sandbox.Client.TokenAsync(_payee, Journey.Receiving)).Value)).Body();

    public async Task<(Amount? Debit, Amount? Receive)> SpentAsync()
    {
        var spent = (await _sandbox.Client.Resources.GetOutgoingPaymentGrantAsync(_payer.Collection("outgoing-payment-grant"), _token.Value)).Body();
        return (spent.SpentDebitAmount, spent.SpentReceiveAmount);
    }
}
