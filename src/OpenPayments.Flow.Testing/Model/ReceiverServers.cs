using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>The receivers' resource servers: incoming payments, which expire and are then gone.</summary>
internal sealed class ReceiverServers(ModelSettings settings, Clock clock, TokenStore tokens, Ledger ledger)
{
    private static readonly TimeSpan Down = TimeSpan.FromHours(2);

    public Answer<IncomingPaymentWithMethods> Create(CreateIncomingPayment ask)
    {
        var (now, skew) = (clock.Now, TimeSpan.FromSeconds(settings.Skew));
        if (tokens.Check(ask.Token) is not { Access: AccessIncoming }) return Refuse<IncomingPaymentWithMethods>(403, "Inactive Token");
        var end = ask.Body.ExpiresAt is { } asked ? asked - skew : now.AddDays(30);
        if (end <= now) return Refuse<IncomingPaymentWithMethods>(400, "invalid expiry");
        if (TestWallets.At(ask.Body.WalletAddress) is not { } wallet) return Refuse<IncomingPaymentWithMethods>(401, "Unauthorized");
        var number = (ledger.Incoming.Count + 1).ToString(CultureInfo.InvariantCulture);
        var made = new ModelIncomingPayment(
            new Uri($"{wallet.ResourceServer}/incoming-payments/{number}"), wallet, ask.Body.IncomingAmount, end, now, now + skew,
            settings.Expiry == Expiry.Untold ? null : end + skew);
        ledger.Incoming.Add(made.Id, made);
        return new Answer<IncomingPaymentWithMethods>.Body(made.Show(settings), now);
    }

    public Answer<IncomingPaymentView> Get(GetIncomingPayment ask)
    {
        ledger.Move(clock.Now);
        if (IsDown(ask.Id)) return Refuse<IncomingPaymentView>(503, "down for maintenance");
        if (ledger.Find(ask.Id) is not { } found || found.IsGone(clock.Now)) return Refuse<IncomingPaymentView>(401, "Unauthorized");
        if (ask.Token is null) return new Answer<IncomingPaymentView>.Body(found.ShowPublicly(), clock.Now);
        return tokens.Check(ask.Token) is { Access: AccessIncoming }
            ? new Answer<IncomingPaymentView>.Body(found.Show(settings), clock.Now)
            : Refuse<IncomingPaymentView>(403, "Inactive Token");
    }

    private bool IsDown(Uri incoming) => settings.Has(Quirks.ReceiverIsDown)
        && ledger.Outgoing.Exists(payment => payment.Incoming == incoming && clock.Now < payment.CreatedAt + Down);

    private Answer<T>.Refused Refuse<T>(int status, string words) =>
        new(new Refusal(status, status.ToString(CultureInfo.InvariantCulture), words), clock.Now);
}
