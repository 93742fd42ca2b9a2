using OpenPayments.Flow.Tests.Laws;
using OpenPayments.Flow.Tests.World;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Years;

/// <summary>
/// A year of one order. After every step the host is restarted from what it stored, every second time in the middle of a question; the
/// tokens live for ten minutes, so each period finds them expired; in one period the account is empty throughout, in another at first;
/// of one payment the answer is lost, another is lost before it arrives.
/// </summary>
public sealed class Year
{
    /// <summary>The answer to this period's payment is lost.</summary>
    public const int AnswerLost = 3;

    /// <summary>This period's payment is lost before it arrives.</summary>
    public const int RequestLost = 5;

    private readonly IReadOnlyList<Due> _dues;

    private readonly Ledger _ledger;

    private Year(Order order, Setting setting)
    {
        var all = new Universe(setting, order);
        (_dues, _ledger) = (Due.Of(order), all.Ledger);
        var lost = new HashSet<int>();
        Tale = Tale.Of(order, all, (step, state) => state.Progress is Progress.Asking { Stage: Paying.Creating } && lost.Add(Period(all.Clock.Now)) ? Period(all.Clock.Now) switch
        {
            AnswerLost => new Act(Fate.LostAfter),
            RequestLost => new Act(Fate.LostBefore),
            _ => new Act(),
        }
        : Flows.Next(state).Harmless && step % 2 == 0 ? new Act(Fate.Killed) : new Act());
    }

    public Tale Tale { get; }

    /// <summary>How often a token was rotated.</summary>
    public int Rotations => Tale.Passed.Count(passage => passage is { Answer: "Body" } && passage.From.StartsWith("Rotating", StringComparison.Ordinal));

    /// <summary>What the result says of each period.</summary>
    public IReadOnlyList<Outcome> Told => EndLaws.ResultOf(Tale.End).Payments;

    /// <summary>The payments in the ledger by which money left, for each period.</summary>
    public IReadOnlyList<int> Paid => [.. _dues.Select(due => _ledger.Outgoing.Count(payment => payment.Counts && due.Is(payment) && payment.To.Received == payment.ReceiveAmount.Value))];

    /// <summary>How often each period was tried.</summary>
    public IReadOnlyList<int> Tried => [.. _dues.Select(due => _ledger.Outgoing.Count(due.Is))];

    public static Year Of(Order order, Window empty) => new(order, new Setting(Empty: empty));

    /// <summary>This window of an interval, or its beginning: when the account is empty.</summary>
    public static Window Window(string interval, int number, TimeSpan? lasts = null)
    {
        var window = Recurrence.Parse(interval).Match(Right: r => r.WindowNumber(number)!, Left: e => throw new InvalidOperationException(e.Why));
        return lasts is { } time ? window with { End = window.Start + time } : window;
    }

    public static Amount Dollars(ulong value) => Holders.Bob.Amount(value);

    public static Amount Euros(ulong value) => Holders.Alice.Amount(value);

    private int Period(DateTimeOffset now) => _dues.Select((due, i) => due.Window!.Contains(now) ? i + 1 : 0).Sum();
}
