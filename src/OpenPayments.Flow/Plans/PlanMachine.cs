using LanguageExt;
using OpenPayments.Flow.Values;
using static LanguageExt.Prelude;
using static OpenPayments.Flow.Plans.Progress;

namespace OpenPayments.Flow.Plans;

/// <summary>A plan as a Moore machine: from its progress follows the one question to ask, from the answer the next progress.</summary>
public static class PlanMachine
{
    /// <summary>Where a plan stands before its first question.</summary>
    public static Progress Begin(Plan<Result> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var journal = new JournalReader(new Journal(plan.Name, []));
        return Rest(plan, journal, plan.Enter(journal, Last.Of));
    }

    /// <summary>What to ask next, and what each answer leads to.</summary>
    /// <exception cref="PlanMismatchException">The progress was written by another plan; nothing is asked.</exception>
    public static Step<Progress> Next(Plan<Result> plan, Progress progress) => Next(plan, progress, next => next);

    /// <summary>
    /// The payer's browser came back. <c>Left</c>: it did not come from the wallet, or nobody waits for it; nothing has changed.
    /// </summary>
    /// <exception cref="PlanMismatchException">The progress was written by another plan.</exception>
    public static Either<Rejection, Progress> Return(Plan<Result> plan, Progress progress, InteractionResult result, DateTimeOffset at) =>
        Receive(plan, progress, new Event.Returned(result), at);

    /// <summary>
    /// Ends the order as soon as that can be done truthfully: at once where no payment is under way, else when that payment is over.
    /// After it, no new payment is made. <c>Left</c>: it is over, or was cancelled before.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Where it stands, with no request in flight: a request that was cut off is answered as lost first.</param>
    /// <param name="why">For people; it becomes part of the reason.</param>
    /// <param name="at">The time now.</param>
    /// <exception cref="PlanMismatchException">The progress was written by another plan.</exception>
    public static Either<Rejection, Progress> Cancel(Plan<Result> plan, Progress progress, string why, DateTimeOffset at) => progress switch
    {
        Asking s => Cancel(plan, s, new Cancellation(why, at), next => next),
        Waiting s => Cancel(plan, s.Then, new Cancellation(why, at), next => s with { Then = next }),
        Releasing s => Cancel(plan, s.Next, why, at).Map<Progress>(next => s with { Next = next }),
        Completed or Partial or Failed or Uncertain or Cancelled => Left<Rejection, Progress>(new Rejection.NotAwaited("The order is over.")),
    };

    /// <summary>The same as <see cref="Next(Plan{Result}, Progress)"/> for a larger state that holds this one.</summary>
    internal static Step<TState> Next<TState>(Plan<Result> plan, Progress progress, Func<Progress, TState> into)
    {
        switch (progress)
        {
            case Asking s:
                var asking = Verified(plan, s);
                return asking.Stage.Next().Map(transition => into(Apply(plan, asking, transition)));
            case Waiting s:
                Verified(plan, s.Then);
                return new Step<TState>.Wait(s.Until, at => into(at < s.Until ? s : s.Then));
            case Releasing s:
                return s.Held[0].GiveBack().Map(answered => into(Released(s, answered)));
            default:
                return new Step<TState>.Done();
        }
    }

    internal static Either<Rejection, Progress> Receive(Plan<Result> plan, Progress progress, Event happened, DateTimeOffset at) => progress switch
    {
        Asking s when Verified(plan, s) is var asking => asking.Stage.OnEvent(happened, at).Map(transition => Apply(plan, asking, transition)),
        Releasing s => Receive(plan, s.Next, happened, at).Map<Progress>(next => s with { Next = next }),
        _ => Left<Rejection, Progress>(new Rejection.NotAwaited(happened.NotAwaited)),
    };

    /// <summary>
    /// A progress that this plan wrote, with the memory of how it goes on. One that comes from a store has none: the plan reads its
    /// journal, and must come to the step that is under way.
    /// </summary>
    private static Asking Verified(Plan<Result> plan, Asking s)
    {
        if (ReferenceEquals(s.Resumed.Value?.Plan, plan)) return s;
        if (s.Journal.Plan != plan.Name) throw new PlanMismatchException($"plan {s.Journal.Plan}", $"plan {plan.Name}");
        var journal = new JournalReader(s.Journal, s.Stage.Subject);
        var position = Read(plan.Enter(journal, Last.Of));
        journal.End();
        // a round or an attempt begins where none was stored: were it let pass, the next entry would stand in the wrong line
        if (journal.Added is { } added) throw new PlanMismatchException(s.Stage.Subject.ToString(), added.ToString());
        return position is Position.At at && at.First.Subject == s.Stage.Subject
            ? s with { Resumed = new Derived<Resumed>(new Resumed(plan, at.Then)) }
            : throw new PlanMismatchException(s.Stage.Subject.ToString(), position is Position.At other ? other.First.Subject.ToString() : "nothing more");
    }

    private static Progress Apply(Plan<Result> plan, Asking s, Transition transition)
    {
        var then = s.Resumed.Value!.Then;
        var journal = transition is Transition.Found or Transition.Interrupted ? new JournalReader(s.Journal) : null;
        return transition switch
        {
            Transition.To(var stage, var abandoned) => s with { Stage = stage, Journal = abandoned is null ? s.Journal : s.Journal.With(abandoned) },
            Transition.Later(var until, var stage) => new Waiting(until, s with { Stage = stage }),
            // findings that the plan has read hold the old token: it reads the journal anew
            Transition.Replaced(var old, var fresh, var stage) => new Asking(s.Journal.Renew(old, fresh), stage),
            Transition.Found(var finding) => Rest(plan, journal!, then.Known(Written(journal!), s.Stage.Subject, finding)),
            Transition.Interrupted(var why, var abandoned) => Interrupt(plan, s, journal!, why, abandoned),
        };
    }

    private static Progress Interrupt(Plan<Result> plan, Asking s, JournalReader journal, Interruption why, Authority? abandoned = null)
    {
        // what is kept is in use where a round begins with it, and to be given back where there is none after the last
        var kept = why is Interruption.Expired { Kept: { } finding } ? finding : null;
        if (kept is null && s.Stage.Held is { } held) journal.Abandon(held);
        foreach (var authority in kept?.Authorities ?? []) journal.Abandon(authority);
        if (abandoned is not null) journal.Abandon(abandoned);
        return Rest(plan, journal, s.Resumed.Value!.Then.Interrupted(Written(journal), why));
    }

    private static Either<Rejection, Progress> Cancel(Plan<Result> plan, Asking progress, Cancellation cancelled, Func<Asking, Progress> under)
    {
        if (progress.Journal.Cancelled is not null) return Left<Rejection, Progress>(new Rejection.NotAwaited("The order was cancelled before."));
        var s = Verified(plan, progress);
        var after = s with { Journal = s.Journal with { Cancelled = cancelled } };
        return Right<Rejection, Progress>(s.Stage.Unwind() is { } unwinding
            ? under(after with { Stage = unwinding })
            : Interrupt(plan, after, new JournalReader(after.Journal), Interruption.Unpaid(Ending.Why(cancelled, s.Stage.Step))));
    }

    private static Progress Released(Releasing s, bool answered) =>
        !answered && s.Tries == 0 ? s with { Tries = 1 }
        : s.Held.Count > 1 ? s with { Held = new ValueList<Authority>(s.Held.Skip(1)), Tries = 0 }
        : s.Next;

    /// <summary>The progress at a position: what is not used any more is given back where the plan rests, and when it has ended.</summary>
    private static Progress Rest(Plan<Result> plan, JournalReader reader, Position reached)
    {
        var position = Read(reached);
        reader.End();
        var journal = reader.Journal;
        switch (position)
        {
            case Position.At(var first, var then) when first.IsRest && journal.Unused is { } unused:
                return new Releasing(unused, new Asking(journal with { Unused = null }, first) { Resumed = new Derived<Resumed>(new Resumed(plan, then)) });
            case Position.At(var first, var then):
                return new Asking(journal, first) { Resumed = new Derived<Resumed>(new Resumed(plan, then)) };
            case Position.Ended(var result):
                var end = Ending.Of(result, journal.Cancelled);
                ValueList<Authority> held = [.. (journal.Unused ?? []).Concat(journal.Entries.SelectMany(entry => entry.Finding.Authorities)).Distinct()];
                return held.Count == 0 ? end : new Releasing(held, end);
            default:
                throw new InvalidOperationException("A position is read to its end.");
        }
    }

    private static Position Read(Position position)
    {
        while (position is Position.ReadOn(var next)) position = next();
        return position;
    }

    /// <summary>What is asked next is asked for the first time: the whole journal was read before.</summary>
    private static JournalReader Written(JournalReader journal)
    {
        journal.SkipToEnd();
        return journal;
    }

    /// <summary>Behind the last step.</summary>
    private sealed class Last : Continuation<Result>
    {
        public static readonly Last Of = new();

        public override Position Known(JournalReader journal, Result value) => new Position.Ended(value);

        /// <summary>What was known of payments when the plan was broken off, and how the present one ended by it.</summary>
        public override Position Interrupted(JournalReader journal, Interruption why) =>
            new Position.Ended(Result.OfAll(journal.Journal.Entries.Select(entry => entry.Finding).OfType<Outcome>().Append(why.Outcome())));
    }
}
