using Xunit;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What most runs come to: one payment, whatever happened on the way.</summary>
internal static class OnePayment
{
    /// <summary>One payment was made, and all of it arrived.</summary>
    /// <param name="order">What was to be paid.</param>
    /// <param name="sequence">The requests, as <see cref="Run.Guide"/> writes them; null for any.</param>
    /// <param name="script">What happened to them.</param>
    public static Run PaysOnce(Order order, string? sequence, params Scripted[] script) => PaysOnce(new Scenario(order, script), sequence);

    /// <summary>The same in other circumstances.</summary>
    public static Run PaysOnce(Scenario scenario, string? sequence)
    {
        var run = Run.Of(scenario);
        if (sequence is not null) Assert.Equal(sequence, run.Guide);
        Assert.Single(run.Records.Outgoing);
        Assert.IsType<Progress.Completed>(run.End);
        return run;
    }
}
