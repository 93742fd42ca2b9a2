using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>The receivers' resource servers: incoming payments, which expire and are then gone.</summary>
public sealed class ReceivingServers(Setting setting, Clock clock, Vault vault, Ledger ledger)
{
    public Answer<IncomingPaymentWithMethods> Create(CreateIncomingPayment ask)
    {
        var (now, skew) = (clock.Now, TimeSpan.FromSeconds(setting.Skew));
        var end = ask.Body.ExpiresAt is { } asked ? asked - skew : now.AddDays(30);
        if (vault.Check(ask.Token) is not { Access: AccessIncoming }) return Refuse<IncomingPaymentWithMethods>(403, "Inactive Token");
        if (end <= now) return Refuse<IncomingPaymentWithMethods>(400, "invalid expiry");
        var wallet = Holders.At(ask.Body.WalletAddress);
        var id = new Uri($"{wallet.ResourceServer}/incoming-payments/{(ledger.Incoming.Count + 1).ToString(CultureInfo.InvariantCulture)}");
        var shown = new Receivable.Times(now + skew, setting.Expiry == Expiry.Untold ? null : end + skew);
        return new Answer<IncomingPaymentWithMethods>.Body(ledger.Open(new Receivable(id, wallet, ask.Body.IncomingAmount, end, now, shown)).Show(), now);
    }

    public Answer<IncomingPaymentView> Get(GetIncomingPayment ask)
    {
        ledger.Move(clock.Now);
        return !ledger.Incoming.TryGetValue(ask.Id, out var found) || found.IsGone(clock.Now) ? Refuse<IncomingPaymentView>(401, "Unauthorized")
            : ask.Token is null ? new Answer<IncomingPaymentView>.Body(found.ShowPublicly(), clock.Now)
            : vault.Check(ask.Token) is { Access: AccessIncoming } ? new Answer<IncomingPaymentView>.Body(found.Show(), clock.Now)
            : Refuse<IncomingPaymentView>(403, "Inactive Token");
    }

    private Answer<T>.Refused Refuse<T>(int status, string words) => new(new Refusal(status, status.ToString(CultureInfo.InvariantCulture), words), clock.Now);
}
