namespace OpenPayments.Flow.Plans;

/// <summary>Let time pass.</summary>
public static class Pauses
{
    /// <summary>Not before a point in time; the time when it was over is known then.</summary>
    public static Plan<Due> Until(DateTimeOffset time) => new StepPlan<Due>(new Pausing(time));
}

/// <summary>Nothing is to be done before a point in time.</summary>
public sealed record Pausing(DateTimeOffset Until) : Stage
{
    internal const string StepName = "schedule";

    internal override string Step => StepName;

    internal override EntrySubject Subject => new(StepName, Text.Of(Until));

    internal override bool IsRest => true;

    internal override Step<Transition> Next() =>
        new Step<Transition>.Wait(Until, at => at < Until ? new Transition.To(this) : new Transition.Found(new Due(at)));
}

/// <summary>A point in time has come.</summary>
/// <param name="At">The time when that was seen.</param>
public sealed record Due(DateTimeOffset At) : Finding;
