namespace OpenPayments.Flow;

/// <summary>What an answer does to a piece.</summary>
internal abstract record Turn
{
    private Turn() { }

    /// <summary>It goes on, at another stage or at the same.</summary>
    public sealed record To(Stage Stage) : Turn;

    /// <summary>It goes on at a point in time.</summary>
    public sealed record Later(DateTimeOffset Until, Stage Stage) : Turn;

    /// <summary>It goes on when the token has been renewed.</summary>
    public sealed record Rotate(Token Token, Stage Stage) : Turn;

    /// <summary>It has found out what it was to.</summary>
    public sealed record Learnt(Fact Fact) : Turn;

    /// <summary>It ends without.</summary>
    public sealed record BrokenOff(Interruption Why) : Turn;

    /// <summary>Ends with nothing paid.</summary>
    public static Turn Stop(Reason reason, DateTimeOffset? at) => new BrokenOff(new Interruption.Stopped(new Outcome.Unpaid(reason, at)));

    /// <summary>Ends, and it cannot be known how.</summary>
    public static Turn StopUnknown(Reason reason, Receipt receipt) => new BrokenOff(new Interruption.Stopped(new Outcome.Unknown(reason, receipt)));

    /// <summary>What it rests on ran out, with nothing paid.</summary>
    public static Turn RanOut(Consent? held, Reason reason, DateTimeOffset at) => new BrokenOff(new Interruption.Stale(held, reason, at));
}
