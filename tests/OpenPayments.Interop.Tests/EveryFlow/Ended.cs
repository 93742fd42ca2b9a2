using OpenPayments.Flow;
using OpenPayments.Flow.Plans;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>Reads the end of a flow.</summary>
internal static class Ended
{
    public static Result Well(FlowState end)
    {
        Assert.True(end.Progress is Progress.Completed, end.Progress.ToString());
        return ((Progress.Completed)end.Progress).Result;
    }

    /// <summary>What a flow that is over came to, whatever it is.</summary>
    public static Result ResultOf(FlowState end) => end.Progress switch
    {
        Progress.Completed p => p.Result,
        Progress.Partial p => p.Result,
        Progress.Failed p => p.Result,
        Progress.Uncertain p => p.Result,
        Progress.Cancelled p => p.Result,
        _ => throw new InvalidOperationException($"The flow is not over: {end.Progress}"),
    };

    public static Reason Unpaid(FlowState end)
    {
        Assert.True(end.Progress is Progress.Failed, end.Progress.ToString());
        return ((Progress.Failed)end.Progress).Reason;
    }

    /// <summary>What the payments debited, by their own account.</summary>
    public static int Debited(Result result) => result.Totals is { } totals
        ? (int)totals.Debited!.Value
        : result.Payments.Sum(payment => (int)Assert.IsType<Outcome.Paid>(payment).Receipt.Debit.Value);
}
