namespace OpenPayments.Flow.Testing.Model;

/// <summary>Where the money is. It moves in steps, or fails on the way.</summary>
internal sealed class Ledger(ModelSettings settings)
{
    public Dictionary<Uri, ModelIncomingPayment> Incoming { get; } = [];

    /// <summary>In the order in which they were made.</summary>
    public List<ModelPayment> Outgoing { get; } = [];

    public void CopyFrom(Ledger other)
    {
        foreach (var payment in other.Incoming.Values) Incoming.Add(payment.Id, payment with { });
        Outgoing.AddRange(other.Outgoing.Select(payment => payment with { }));
    }

    /// <summary>The incoming payment at this URL, in whichever spelling.</summary>
    public ModelIncomingPayment? Find(Uri incoming) =>
        Incoming.GetValueOrDefault(incoming) ?? Incoming.Values.FirstOrDefault(one => Spelling.Plain(one.Id) == Spelling.Plain(incoming));

    /// <summary>One step of settlement: what leaves one account arrives in the other.</summary>
    public void Move(DateTimeOffset now)
    {
        for (var number = 0; number < Outgoing.Count; number++)
        {
            var payment = Outgoing[number];
            if (payment.Failed || payment.Slices >= settings.Slices) continue;
            var to = Incoming[payment.Incoming];
            if (IsEmptyFor(payment, number) || !to.Takes(now)) payment.Failed = true;
            else Move(payment, to);
        }
    }

    /// <summary>What counts against a permit's limit at this moment: all that was made under it, in the same window.</summary>
    public IEnumerable<ModelPayment> SpentUnder(Permit permit, DateTimeOffset at) =>
        Outgoing.Where(payment => payment.Permit.Number == permit.Number && permit.WindowAt(payment.CreatedAt) == permit.WindowAt(at));

    /// <summary>Whether a payment that is made, or would be, is above what its payer agreed to.</summary>
    public bool Exceeds(ModelPayment payment)
    {
        if (payment.Permit is not { Limit: { } limit } permit) return true;
        if (permit.Recurrence is not null && permit.WindowAt(payment.CreatedAt) is null) return true;
        var all = SpentUnder(permit, payment.CreatedAt).Where(other => other.Id != payment.Id).Append(payment).ToList();
        return (limit.DebitAmount is { } debit && all.Aggregate(0UL, (sum, one) => sum + one.TakesDebit) > debit.Value)
            || (limit.ReceiveAmount is { } receive && all.Aggregate(0UL, (sum, one) => sum + one.TakesArrival) > receive.Value);
    }

    private bool IsEmptyFor(ModelPayment payment, int number) =>
        (number < settings.Fails && payment.Slices == settings.FailsAfter) || settings.Empty?.Contains(payment.CreatedAt) == true;

    private void Move(ModelPayment payment, ModelIncomingPayment to)
    {
        payment.Slices++;
        var isLast = payment.Slices == settings.Slices;
        var (all, steps) = (payment.ReceiveAmount.Value, (ulong)settings.Slices);
        var share = (all / steps) + (isLast ? all % steps : 0);
        if (isLast && settings.Has(Quirks.FallsShort) && share > 0) share--;
        payment.Delivered += share;
        to.Received += share;
        payment.Sent = Math.Max(1, payment.DebitAmount.Value * 9 / 10 * (ulong)payment.Slices / steps);
        if (payment.Slices == settings.ClosesAfter) to.Closed = true;
    }
}
