namespace OpenPayments.Flow;

/// <summary>Let time pass.</summary>
public static class Pauses
{
    /// <summary>Not before a point in time; the time when it was over is known then.</summary>
    public static Plan<Reached> Until(DateTimeOffset time) => new Piece<Reached>(new Pausing(time));
}

/// <summary>Nothing is to be done before a point in time.</summary>
public sealed record Pausing(DateTimeOffset Until) : Stage
{
    internal override string Step => "schedule";

    internal override Step<Turn> Next() => Ask.Always<Elapsed, Turn>(new Wait(Until), answer => answer.At < Until ? new Turn.To(this) : new Turn.Learnt(new Reached(answer.At)));
}
