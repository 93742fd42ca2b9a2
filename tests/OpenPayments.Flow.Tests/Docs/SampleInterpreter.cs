using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>The interpreter that <c>docs/flow.md</c> shows: it knows some wallet addresses by heart, and nothing else.</summary>
public sealed class SampleInterpreter(IReadOnlyDictionary<Uri, WalletAddress> wallets, DateTimeOffset now) : UnansweredInterpreter
{
    public override FlowState GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, FlowState> next) =>
        next(wallets.TryGetValue(ask.Address, out var wallet)
            ? new Answer<WalletAddress>.Body(wallet, now)
            : new Answer<WalletAddress>.Refused(new Refusal(404), now));

    public static FlowState Begin(Order order, IInterpreter<FlowState, FlowState> interpreter)
    {
        var state = Flows.Start(order).IfLeft(error => throw new ArgumentException(error.Why, error.Field));
        var next = Flows.Next(state).Run(interpreter);
        return next;
    }

    public static FlowState FromOutside(FlowState state, string hash, Secret interactRef, DateTimeOffset now)
    {
        var returned = Flows.Return(state, new InteractionResult.Approved(hash, interactRef), now);
        var cancelled = Flows.Cancel(state, "The customer changed their mind.", now);
        return returned.IsRight ? returned.IfLeft(state) : cancelled.IfLeft(state);
    }
}
