using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Where the money is. It settles in steps, or fails on the way.</summary>
public sealed class Ledger(Setting setting)
{
    public Dictionary<Uri, Receivable> Incoming { get; } = [];

    /// <summary>In the order in which they were made.</summary>
    public List<Payable> Outgoing { get; } = [];

    /// <summary>Grows with every change.</summary>
    public int Changes { get; private set; }

    /// <summary>The sender's other payments.</summary>
    public IReadOnlyList<OutgoingPayment> Others { get; } = [.. Enumerable.Range(0, setting.Older).Select(n => Other(n).Show())];

    public Receivable Open(Receivable payment) => Incoming[payment.Id] = payment;

    public Payable Pay(Payable payment)
    {
        Outgoing.Add(payment);
        Changes++;
        return payment;
    }

    /// <summary>One step of settlement: what leaves one account arrives in the other.</summary>
    public void Move(DateTimeOffset now)
    {
        foreach (var (payment, number) in Outgoing.Select((payment, i) => (payment, i)).Where(p => !p.payment.Failed && p.payment.Slices < setting.Slices))
        {
            Changes++;
            if ((number < setting.Fails && payment.Slices == setting.FailsAfter) || setting.Empty?.Contains(payment.CreatedAt) == true || !payment.To.Takes(now)) payment.Failed = true;
            else Move(payment);
        }
    }

    /// <summary>What counts against a permit's limit at this moment: all that was made under it, in the same window where it has windows.</summary>
    public IReadOnlyList<Payable> SpentUnder(Permit permit, DateTimeOffset at) =>
        [.. Outgoing.Where(p => p.Permit.Number == permit.Number && permit.WindowAt(p.CreatedAt) == permit.WindowAt(at))];

    /// <summary>Whether a payment that is made, or would be, is above what its payer agreed to.</summary>
    public bool Exceeds(Payable payment)
    {
        if (payment.Permit is not { Limit: { } limit } permit || (permit.Recurrence is not null && permit.WindowAt(payment.CreatedAt) is null)) return true;
        var all = SpentUnder(permit, payment.CreatedAt).Where(p => p.Id != payment.Id).Append(payment).ToList();
        return (limit.DebitAmount is { } debit && all.Aggregate(0UL, (sum, p) => sum + p.Debited) > debit.Value)
            || (limit.ReceiveAmount is { } receive && all.Aggregate(0UL, (sum, p) => sum + p.Delivered) > receive.Value);
    }

    private void Move(Payable payment)
    {
        payment.Slices++;
        var share = (ulong)(payment.Slices == setting.Slices ? 1 : 0) * (payment.ReceiveAmount.Value % (ulong)setting.Slices);
        payment.To.Received += (payment.ReceiveAmount.Value / (ulong)setting.Slices) + share;
        payment.Sent = Math.Max(1, payment.DebitAmount.Value * 9 / 10 * (ulong)payment.Slices / (ulong)setting.Slices);
        if (payment.Slices == setting.ClosesAfter) payment.To.Closed = true;
    }

    private static Payable Other(int n)
    {
        var (amount, times) = (Holders.Alice.Amount(1), new Receivable.Times(Clock.Start, null));
        var to = new Receivable(new Uri("https://happylife.example/incoming-payments/other"), Holders.Bob, null, Clock.Start, Clock.Start, times);
        return new Payable(new Uri($"https://cloudnine.example/outgoing-payments/other-{n}"), new Uri($"https://cloudnine.example/quotes/other-{n}"), to, amount, amount,
            new Permit(0, new AccessQuote { Actions = [] }), null, Clock.Start);
    }
}
