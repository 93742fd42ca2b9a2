using static OpenPayments.Flow.Progress;

namespace OpenPayments.Flow;

/// <summary>A plan as a Moore machine: from its progress follows the one question to ask, from the answer the next progress.</summary>
public static class PlanMachine
{
    /// <summary>Where a plan stands before its first question.</summary>
    public static Progress Begin(Plan<Result> plan) => Enter(plan, new Tape([], broken: null));

    /// <summary>What to ask next, and what each answer leads to.</summary>
    public static Step<Progress> Next(Plan<Result> plan, Progress progress) => Next(plan, progress, next => next);

    /// <summary>The same for a larger state that holds this one.</summary>
    internal static Step<TState> Next<TState>(Plan<Result> plan, Progress progress, Func<Progress, TState> into) => progress switch
    {
        Asking s => s.Stage.Next().Map(turn => into(Move(plan, s, turn))),
        // however the waiting ended, only the time counts
        Waiting s => Ask.Always(new Wait(s.Until), answer => into(answer.At < s.Until ? s : s.Then)),
        Rotating s => Tokens.Next(s).Map(into),
        Completed or Partial or Failed or Uncertain => new Step<TState>.Done(),
    };

    private static Progress Move(Plan<Result> plan, Asking s, Turn turn) => turn switch
    {
        Turn.To(var stage) => s with { Stage = stage },
        Turn.Later(var until, var stage) => new Waiting(until, s with { Stage = stage }),
        Turn.Rotate(var token, var stage) => new Rotating(token, s with { Stage = stage }),
        Turn.Learnt(var fact) => Enter(plan, new Tape(s.Learnt, fact)),
        Turn.BrokenOff(var why) => Enter(plan, new Tape(s.Learnt, why)),
    };

    private static Progress Enter(Plan<Result> plan, Tape tape)
    {
        var position = plan.Enter(tape);
        tape.End();
        return position.Stage is { } stage ? new Asking(tape.Facts, stage)
            : Endings.Of(position.IsThrough(out var result) ? result : new Result([.. Endings.Before(tape.Facts), position.Why!.Outcome()]));
    }
}
