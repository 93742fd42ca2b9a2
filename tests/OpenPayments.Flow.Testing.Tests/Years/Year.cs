using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Tests.Years;

/// <summary>
/// A recurring order from its first period to its last. After every step the host starts again from what it stored, every second time in
/// the middle of a question; the tokens live for ten minutes, so each period finds them expired; in one period the account is empty
/// throughout, in another at first; of one payment the answer is lost, another is lost before it arrives.
/// </summary>
internal sealed class Year
{
    /// <summary>The answer to this period's payment is lost.</summary>
    public const int AnswerLost = 3;

    /// <summary>This period's payment is lost before it arrives.</summary>
    public const int RequestLost = 5;

    private readonly TestedFlow _flow;

    private Year(Order order, ModelSettings settings)
    {
        _flow = TestedFlow.OfOrder(order);
        var lost = new HashSet<int>();
        Run = Runner.Run(new Scenario(_flow, settings, [], []), Testing.Laws.All, (step, state) => Fault(step, state, lost));
    }

    public Run Run { get; }

    /// <summary>How often a token was rotated.</summary>
    public int Rotations => Run.Transitions.Count(one =>
        one.StartsWith("RenewingToken", StringComparison.Ordinal) && one.Contains("-Body->", StringComparison.Ordinal));

    /// <summary>What was told of each period.</summary>
    public IReadOnlyList<Outcome> Told => [.. Run.Last.Told.Select(told => told.Outcome)];

    /// <summary>The payments in the ledger by which money left, for each period.</summary>
    public IReadOnlyList<int> Paid => [.. _flow.Intended.Select(one =>
        Payments(one).Count(payment => payment.Counts && payment.Delivered == payment.ReceiveAmount.Value))];

    /// <summary>How often each period was tried.</summary>
    public IReadOnlyList<int> Tried => [.. _flow.Intended.Select(one => Payments(one).Count())];

    public static Year Of(Order order, Window empty) => new(order, new ModelSettings(Empty: empty));

    /// <summary>This window of an interval, or its beginning: when the account is empty.</summary>
    public static Window Window(string interval, int number, TimeSpan? lasts = null)
    {
        var window = IntendedPayment.Read(interval).WindowNumber(number)!;
        return lasts is { } time ? window with { End = window.Start + time } : window;
    }

    public static Amount Dollars(ulong value) => TestWallets.Amount(TestWallets.Bob, value);

    public static Amount Euros(ulong value) => TestWallets.Amount(TestWallets.Alice, value);

    private IEnumerable<ModelPayment> Payments(IntendedPayment one) => Run.Last.Servers.Payments.Where(one.Is);

    private PlannedFault Fault(int step, Progress state, HashSet<int> lost)
    {
        if (state is Progress.Asking { Stage: CreatingOutgoingPayment } asking && lost.Add(Period(asking)))
        {
            return Period(asking) switch
            {
                AnswerLost => new PlannedFault(FaultKind.LostAfter),
                RequestLost => new PlannedFault(FaultKind.LostBefore),
                _ => PlannedFault.None,
            };
        }
        return step % 2 == 0 && _flow.Next(state) is not Step<Progress>.Remote { MustNotRepeat: true }
            ? new PlannedFault(FaultKind.KilledAfter) : PlannedFault.None;
    }

    private static int Period(Progress.Asking asking) =>
        asking.Journal.Entries.Select(entry => entry.Finding).OfType<WindowsPassed>().Single().Totals.Count + 1;
}
