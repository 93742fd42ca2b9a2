namespace OpenPayments.Flow.Plans;

/// <summary>What an answer does to a step.</summary>
internal abstract record Transition
{
    private Transition() { }

    /// <summary>The step goes on, at another stage or at the same.</summary>
    /// <param name="Stage">Where.</param>
    /// <param name="Abandoned">What is not used any more and is to be given back.</param>
    public sealed record To(Stage Stage, Authority? Abandoned = null) : Transition;

    /// <summary>The step goes on at a point in time.</summary>
    public sealed record Later(DateTimeOffset Until, Stage Stage) : Transition;

    /// <summary>A token was replaced by another; the step goes on.</summary>
    public sealed record Replaced(Token Old, Token Fresh, Stage Stage) : Transition;

    /// <summary>The step is over: this is what it found out.</summary>
    public sealed record Found(Finding Finding) : Transition;

    /// <summary>The step is over without a finding.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Abandoned">What the answer gave and nobody uses: it is to be given back.</param>
    public sealed record Interrupted(Interruption Why, Authority? Abandoned = null) : Transition;

    /// <summary>Ends with nothing paid. <paramref name="at"/>: null where trying again would change nothing.</summary>
    public static Transition Stop(Reason reason, DateTimeOffset? at, Authority? abandoned = null) =>
        new Interrupted(Interruption.Unpaid(reason, at), abandoned);

    /// <summary>Ends, and it cannot be known how.</summary>
    public static Transition StopUnknown(Reason reason, Receipt receipt) =>
        new Interrupted(new Interruption.Stopped(new Outcome.Unknown(reason, receipt)));
}
