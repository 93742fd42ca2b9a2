using OpenPayments.Client;
using OpenPayments.Flow;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>The sample of <c>docs/running.md</c>.</summary>
internal static class AnyOrder
{
    /// <summary>Carries an order to its end, however long that takes, and returns its last state.</summary>
    public static async Task<FlowState> CarryAsync(
        Order order, HttpInterpreter<FlowState> wallets, IFlowStore<FlowState> store, TimeProvider time, Func<Uri, Task<InteractionResult>> sendPayer,
        Func<FuturePayment?> nextPayment, CancellationToken ct)
    {
        var runner = new FlowRunner<FlowState>(FlowMachine.OfOrders, wallets, store, time, lease: TimeSpan.FromMinutes(1));
        var first = Flows.Start(order).Match(Right: state => state, Left: error => throw new ArgumentException($"{error.Field}: {error.Why}"));
        var id = Guid.NewGuid().ToString();
        var stop = await runner.StartAsync(id, first, ct);
        while (true)
        {
            switch (stop)
            {
                case Stop<FlowState>.Finished(var state):
                    return state;
                case Stop<FlowState>.Paused(_, { } redirect, _): // a person is to agree at the wallet
                    stop = await runner.ReturnAsync(id, await sendPayer(new Uri(redirect.Reveal())), ct);
                    break;
                case Stop<FlowState>.Paused: // the next payment under a grant is to be ordered
                    stop = await runner.ReceiveAsync(id, (state, at) => nextPayment() is { } next ? Flows.Order(state, next, at) : Flows.Close(state, at), ct);
                    break;
                case Stop<FlowState>.Sleeping(_, var until): // a server asks for a pause, or the next period has not begun
                    var pause = Math.Ceiling((until - time.GetUtcNow()).TotalMilliseconds); // rounded up: a timer that ends too early would spin
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(pause, 0, TimeSpan.MillisecondsPerDay)), time, ct);
                    stop = await runner.RunAsync(id, ct);
                    break;
                default: // Rejected: what came back is not the wallet's. LeftAlone, Interrupted, Busy, Unknown: not in here
                    throw new InvalidOperationException($"The flow stands: {stop}");
            }
        }
    }
}
