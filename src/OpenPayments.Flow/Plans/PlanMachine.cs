using LanguageExt;
using static OpenPayments.Flow.Progress;

namespace OpenPayments.Flow;

/// <summary>A plan as a Moore machine: from its progress follows the one question to ask, from the answer the next progress.</summary>
public static class PlanMachine
{
    /// <summary>Where a plan stands before its first question.</summary>
    public static Progress Begin(Plan<Result> plan) => Enter(plan, new Tape([], null));

    /// <summary>What to ask next, and what each answer leads to.</summary>
    public static Step<Progress> Next(Plan<Result> plan, Progress progress) => progress switch
    {
        Asking s => s.Stage.Next().Map(turn => Move(plan, s, turn)),
        // however the waiting ended, only the time counts
        Waiting s => Ask.Always(new Wait(s.Until), answer => answer.At < s.Until ? s : (Progress)s.Then),
        Rotating s => Tokens.Next(s),
        Completed or Partial or Failed or Uncertain => new Step<Progress>.Done(),
    };

    private static Progress Move(Plan<Result> plan, Asking s, Turn turn) => turn switch
    {
        Turn.To(var stage) => s with { Stage = stage },
        Turn.Later(var until, var stage) => new Waiting(until, s with { Stage = stage }),
        Turn.Rotate(var token, var stage) => new Rotating(token, s with { Stage = stage }),
        Turn.Learnt(var fact) => Enter(plan, new Tape(s.Learnt.Append(fact), null)),
        Turn.BrokenOff(var why) => Enter(plan, new Tape(s.Learnt, why)),
    };

    private static Progress Enter(Plan<Result> plan, Tape tape)
    {
        var position = plan.Enter(tape);
        tape.End();
        return position switch
        {
            Position<Result>.At(var stage) => new Asking(tape.Facts, stage),
            Position<Result>.Through(var result) => Endings.Of(result),
            Position<Result>.BrokenOff(var why) => Endings.Of(new Result([.. Endings.Before(tape.Facts), why.Outcome()])),
        };
    }
}
