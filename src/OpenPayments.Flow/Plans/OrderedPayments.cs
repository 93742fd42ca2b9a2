using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// See <see cref="Plan.OnOrder"/>. One line of the journal holds what became of the payments that are over; behind it stands what was
/// ordered last and what its payment found out.
/// </summary>
internal sealed class OrderedPayments(Limit limit, DateTimeOffset until, Func<FuturePayment, Used, Plan<Outcome>> payment) : Plan<Totals>
{
    private Limit Limit => limit;

    private readonly EntrySubject _line = new("ordered-payments", AwaitingOrder.Describe(limit));

    internal override Position Enter(JournalReader journal, Continuation<Totals> then)
    {
        var place = journal.Place;
        var passed = journal.Take<PaymentsPassed>(_line);
        if (passed is null) journal.Write(_line, passed = PaymentsPassed.None);
        return Begin(passed, place, journal, then);
    }

    private Position Begin(PaymentsPassed passed, int place, JournalReader journal, Continuation<Totals> then) =>
        new StepPlan<NextOrder>(new AwaitingOrder(limit, passed.Totals.Count + 1, until)).Enter(journal, new Ordered(this, passed, place, then));

    private Position End(PaymentsPassed passed, int place, JournalReader journal, Continuation<Totals> then, Outcome outcome)
    {
        var next = passed.With(outcome);
        journal.Fold(place, _line, next);
        return Begin(next, place, journal, then);
    }

    private Plan<Outcome> Payment(FuturePayment ordered, Used used) => payment(ordered, used);

    private sealed class Ordered(OrderedPayments all, PaymentsPassed passed, int place, Continuation<Totals> then) : Continuation<NextOrder>
    {
        public override Position Known(JournalReader journal, NextOrder next)
        {
            if (next.Payment is not { } ordered) return then.Known(journal, passed.Totals);
            var now = passed.At(all.Limit, next.At);
            return all.Payment(ordered, now.Used).Enter(journal, new Paid(all, now, place, then));
        }

        // only a cancellation ends the waiting so: what was paid before is told
        public override Position Interrupted(JournalReader journal, Interruption why) => then.Known(journal, passed.Totals);
    }

    private sealed class Paid(OrderedPayments all, PaymentsPassed passed, int place, Continuation<Totals> then) : Continuation<Outcome>
    {
        public override Position Known(JournalReader journal, Outcome value) => all.End(passed, place, journal, then, value);

        public override Position Interrupted(JournalReader journal, Interruption why)
        {
            journal.Abandon(why);
            return all.End(passed, place, journal, then, why.Outcome());
        }
    }
}

/// <summary>The next payment under a grant is waited for.</summary>
/// <param name="Limit">What it is paid under.</param>
/// <param name="Number">The how-manieth it is, from 1.</param>
/// <param name="Until">When it is waited for no longer.</param>
public sealed record AwaitingOrder(Limit Limit, int Number, DateTimeOffset Until) : Stage
{
    internal const string StepName = "awaiting-order";

    internal override string Step => StepName;

    internal override EntrySubject Subject => new(StepName, Describe(Limit), $"payment {Number}, until {Text.Of(Until)}");

    internal override bool IsRest => true;

    internal override Step<Transition> Next() => new Step<Transition>.Await(
        Until, null, at => at < Until ? new Transition.To(this) : new Transition.Found(new NextOrder(null, at)));

    internal static string Describe(Limit limit) => Text.Join(
        limit.DebitAmount is { } debit ? $"debit {Text.Of(debit)}" : null,
        limit.ReceiveAmount is { } receive ? $"receive {Text.Of(receive)}" : null,
        limit.Interval) ?? "";

    internal override Either<Rejection, Transition> OnEvent(Event happened, DateTimeOffset at) => happened switch
    {
        Event.Ordered(var payment) => Right<Rejection, Transition>(new Transition.Found(new NextOrder(payment, at))),
        Event.Closed => Right<Rejection, Transition>(new Transition.Found(new NextOrder(null, at))),
        Event.Returned => Left<Rejection, Transition>(new Rejection.NotAwaited(happened.NotAwaited)),
    };
}

/// <summary>What was ordered next under a grant.</summary>
/// <param name="Payment">The payment; null: no more will be ordered.</param>
/// <param name="At">When.</param>
public sealed record NextOrder(FuturePayment? Payment, DateTimeOffset At) : Finding;

