using OpenPayments.Flow;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>Reads the end of a flow.</summary>
internal static class Ended
{
    public static Result Well(FlowState end)
    {
        Assert.True(end.Progress is Progress.Completed, end.Progress.ToString());
        return ((Progress.Completed)end.Progress).Result;
    }

    public static Reason Unpaid(FlowState end)
    {
        Assert.True(end.Progress is Progress.Failed, end.Progress.ToString());
        return ((Progress.Failed)end.Progress).Reason;
    }

    /// <summary>What the payments debited, by their own account.</summary>
    public static int Debited(Result result) => result.Payments.Sum(payment => (int)Assert.IsType<Outcome.Paid>(payment).Receipt.Debit.Value);
}
