using OpenPayments.Client;
using OpenPayments.Flow;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>The sample of <c>docs/running.md</c>.</summary>
internal static class AnyOrder
{
    /// <summary>Carries an order to its end, however long that takes, and returns its last state.</summary>
    public static async Task<FlowState> CarryAsync(
        Order order, HttpInterpreter<FlowState> wallets, IFlowStore<FlowState> store, TimeProvider time, Func<Uri, Task<InteractionResult>> sendPayer, CancellationToken ct)
    {
        var runner = new FlowRunner<FlowState>(Flows.Next, wallets, store, time, lease: TimeSpan.FromMinutes(1));
        var first = Flows.Start(order).Match(Right: state => state, Left: error => throw new ArgumentException($"{error.Field}: {error.Why}"));
        var id = Guid.NewGuid().ToString();
        var stop = await runner.StartAsync(id, first, ct);
        while (true)
        {
            switch (stop)
            {
                case Stop<FlowState>.Finished(var state):
                    return state;
                case Stop<FlowState>.Paused(_, var redirect, _): // a person is to agree at the wallet
                    stop = await runner.ReturnAsync(id, await sendPayer(new Uri(redirect.Reveal())), ct);
                    break;
                case Stop<FlowState>.Sleeping(_, var until): // a server asks for a pause, or the next period has not begun
                    var pause = (until - time.GetUtcNow()).Ticks;
                    await Task.Delay(TimeSpan.FromTicks(Math.Clamp(pause, 0, TimeSpan.TicksPerDay)), time, ct); // it does no harm to come too early
                    stop = await runner.RunAsync(id, ct);
                    break;
                default: // Rejected: what came back is not the wallet's. Interrupted, Busy, Unknown: not in here
                    throw new InvalidOperationException($"The flow stands: {stop}");
            }
        }
    }
}
