namespace OpenPayments.Flow;

/// <summary>What a plan came to.</summary>
/// <param name="Payments">How each payment ended, in the order of the plan.</param>
/// <param name="Grant">A consent that outlasts the plan, for payments to come. It holds a token.</param>
/// <param name="Spent">What has been paid under it in the window that is open.</param>
/// <param name="Identity">A wallet address whose owner showed that it is theirs.</param>
public sealed record Result(ValueList<Outcome> Payments, Consent? Grant = null, Spent? Spent = null, Uri? Identity = null)
{
    /// <summary>Of one payment.</summary>
    public static Result Of(Outcome payment) => new([payment]);

    /// <summary>Of several.</summary>
    public static Result OfAll(IEnumerable<Outcome> payments) => new([.. payments]);
}
