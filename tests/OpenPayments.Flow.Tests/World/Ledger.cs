using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Where the money is. It settles in steps, or fails on the way.</summary>
public sealed class Ledger(Setting setting)
{
    public Dictionary<Uri, Receivable> Incoming { get; } = [];

    /// <summary>By quote.</summary>
    public Dictionary<Uri, Payable> Outgoing { get; } = [];

    /// <summary>The sender's other payments.</summary>
    public IReadOnlyList<OutgoingPayment> Others { get; } = [.. Enumerable.Range(0, setting.Older).Select(n => Other(n).Show())];

    public IncomingPaymentWithMethods Open(Uri id, Uri walletAddress, Amount ordered, DateTimeOffset at) =>
        (Incoming[id] = new Receivable(id, walletAddress, ordered, at)).Show();

    public Payable Pay(Uri id, Quote quote, Amount? limit, DateTimeOffset at) =>
        Outgoing[quote.Id] = new Payable(id, quote.WalletAddress, quote.Id, quote.Receiver, quote.ReceiveAmount, quote.DebitAmount, limit, at);

    /// <summary>One step of settlement: what leaves one account arrives in the other.</summary>
    public void Move()
    {
        foreach (var payment in Outgoing.Values.Where(p => !p.Failed && p.Slices < setting.Slices))
        {
            if (payment.Slices == setting.FailsAfter)
            {
                payment.Failed = true;
                continue;
            }
            payment.Slices++;
            var share = (ulong)(payment.Slices == setting.Slices ? 1 : 0) * (payment.ReceiveAmount.Value % (ulong)setting.Slices);
            Incoming[payment.Receiver].Received += (payment.ReceiveAmount.Value / (ulong)setting.Slices) + share;
            payment.Sent = payment.DebitAmount.Value * 9 / 10 * (ulong)payment.Slices / (ulong)setting.Slices;
        }
    }

    private static Payable Other(int n)
    {
        var amount = new Amount { Value = 1, AssetCode = "EUR", AssetScale = 3 };
        return new Payable(new Uri($"https://cloudnine.example/outgoing-payments/other-{n}"), new Uri("https://cloudnine.example/alice"),
            new Uri($"https://cloudnine.example/quotes/other-{n}"), new Uri("https://happylife.example/incoming-payments/other"), amount, amount, null, Clock.Start);
    }

    /// <summary>An incoming payment.</summary>
    public sealed record Receivable(Uri Id, Uri WalletAddress, Amount Ordered, DateTimeOffset CreatedAt)
    {
        public ulong Received { get; set; }

        private Amount Amount => Ordered with { Value = Received };

        public IncomingPaymentWithMethods Show() => new()
        {
            Id = Id,
            WalletAddress = WalletAddress,
            Completed = Received >= Ordered.Value,
            IncomingAmount = Ordered,
            ReceivedAmount = Amount,
            CreatedAt = CreatedAt,
            Methods = [],
        };

        public PublicIncomingPayment ShowPublicly() => new() { ReceivedAmount = Amount, AuthServer = new Uri("https://auth.happylife.example/tenant") };
    }

    /// <summary>An outgoing payment, with what its payer agreed to.</summary>
    public sealed record Payable(Uri Id, Uri WalletAddress, Uri QuoteId, Uri Receiver, Amount ReceiveAmount, Amount DebitAmount, Amount? Limit, DateTimeOffset CreatedAt)
    {
        public ulong Sent { get; set; }

        public int Slices { get; set; }

        public bool Failed { get; set; }

        public Amount SentAmount => DebitAmount with { Value = Sent };

        public OutgoingPayment Show() => new()
        {
            Id = Id,
            WalletAddress = WalletAddress,
            QuoteId = QuoteId,
            Failed = Failed,
            Receiver = Receiver,
            ReceiveAmount = ReceiveAmount,
            DebitAmount = DebitAmount,
            SentAmount = SentAmount,
            CreatedAt = CreatedAt,
        };
    }
}
