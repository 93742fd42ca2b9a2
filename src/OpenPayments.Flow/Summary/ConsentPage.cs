using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// Where a person is to go now, for hosts that send people there. It is no part of the summary: the address is a secret of that person's.
/// </summary>
/// <param name="Redirect">The wallet's consent page.</param>
/// <param name="Until">When the answer is given up on.</param>
/// <param name="Again">
/// Why the person, who has agreed before, is asked once more; null the first time. The one who was told the first address may be gone.
/// </param>
public sealed record ConsentPage(Secret Redirect, DateTimeOffset Until, Reason? Again)
{
    /// <summary>The page that a flow waits for; null where it waits for no person.</summary>
    public static ConsentPage? Of(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Progress is Progress.Asking { Stage: AwaitingReturn s } ? new ConsentPage(s.Grant.Redirect, s.Grant.Until, s.Request.Because) : null;
    }
}
