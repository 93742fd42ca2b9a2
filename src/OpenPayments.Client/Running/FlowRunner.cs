using LanguageExt;
using OpenPayments.Flow;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;

namespace OpenPayments.Client;

/// <summary>
/// Carries a flow to its next pause or to its end. Each state is saved before its request goes to a server, so a flow whose host
/// was stopped or killed is carried on by this host or another; a request that must not be repeated, and may have been sent, is then
/// answered as lost. It knows nothing of payments: what to ask, and what follows, the flow decides. A token that is cancelled stops a run
/// between two questions; a request that was sent is waited for, and its answer is kept.
/// </summary>
/// <param name="machine">The flow: <see cref="FlowMachine.OfOrders"/>.</param>
/// <param name="interpreter">Answers its questions.</param>
/// <param name="store">Keeps its states.</param>
/// <param name="time">The time.</param>
/// <param name="lease">How long a run may keep a flow without a save before others may claim it: longer than any one request takes.</param>
public sealed class FlowRunner<TState>(
    IFlowMachine<TState> machine, IInterpreter<TState, Task<StepResult<TState>>> interpreter, IFlowStore<TState> store, TimeProvider time, TimeSpan lease)
    where TState : notnull
{
    /// <summary>Puts a new flow into the store and carries it on. <see cref="Stop{TState}.Busy"/> where there is one of this id.</summary>
    public async Task<Stop<TState>> StartAsync(string id, TState first, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await store.SaveAsync(id, version: 0, new FlowSave<TState>(first, InFlight: false, now, now + lease), ct).ConfigureAwait(false)
            ? await CarryAsync(id, first, version: 1, saved: true, ct).ConfigureAwait(false)
            : new Stop<TState>.Busy();
    }

    /// <summary>Carries on a flow that no run has claimed.</summary>
    public Task<Stop<TState>> RunAsync(string id, CancellationToken ct) =>
        WithFlowAsync(id, flow => flow.LeasedUntil > time.GetUtcNow() ? Busy : ResumeAsync(id, flow, claimed: false, ct), ct);

    /// <summary>Carries on a flow that the caller has just put into the store, under a lease of its own.</summary>
    public Task<Stop<TState>> RunLoadedAsync(string id, LoadedFlow<TState> flow, CancellationToken ct) =>
        GuardedAsync(() => ResumeAsync(id, flow, claimed: true, ct));

    /// <summary>Carries on a flow that the caller has claimed when it was due.</summary>
    public Task<Stop<TState>> RunClaimedAsync(string id, CancellationToken ct) =>
        WithFlowAsync(id, flow => ResumeAsync(id, flow, claimed: true, ct), ct);

    /// <summary>Claims flows that are due and carries them on, one after the other, <paramref name="most"/> at most; says where each came to rest.</summary>
    public async Task<IReadOnlyList<Stop<TState>>> RunDueAsync(int most, CancellationToken ct)
    {
        var stops = new List<Stop<TState>>();
        while (stops.Count < most && await store.ClaimDueAsync(1, time.GetUtcNow() + lease, ct).ConfigureAwait(false) is [var id])
        {
            stops.Add(await RunClaimedAsync(id, ct).ConfigureAwait(false));
        }
        return stops;
    }

    /// <summary>Brings the payer's return to a flow and carries it on.</summary>
    public Task<Stop<TState>> ReturnAsync(string id, InteractionResult result, CancellationToken ct) =>
        ReceiveAsync(id, (state, at) => machine.Return(state, result, at), ct);

    /// <summary>Cancels a flow and carries it on to the end that is left to it.</summary>
    public Task<Stop<TState>> CancelAsync(string id, string why, CancellationToken ct) =>
        ReceiveAsync(id, (state, at) => machine.Cancel(state, why, at), ct);

    /// <summary>Brings an event from outside to a flow, such as <c>Flows.Order</c> or <c>Flows.Close</c>, and carries it on.</summary>
    public Task<Stop<TState>> ReceiveAsync(string id, Func<TState, DateTimeOffset, Either<Rejection, TState>> happened, CancellationToken ct) =>
        WithFlowAsync(id, flow =>
        {
            var now = time.GetUtcNow();
            if (flow.LeasedUntil > now) return Busy;
            return happened(Settled(flow, now), now).Match(
                Right: state => CarryAsync(id, state, flow.Version, saved: false, ct),
                Left: rejection => Task.FromResult<Stop<TState>>(new Stop<TState>.Rejected(flow.State, rejection)));
        }, ct);

    private static Task<Stop<TState>> Busy => Task.FromResult<Stop<TState>>(new Stop<TState>.Busy());

    private Task<Stop<TState>> WithFlowAsync(string id, Func<LoadedFlow<TState>, Task<Stop<TState>>> carry, CancellationToken ct) => GuardedAsync(async () =>
        await store.LoadAsync(id, ct).ConfigureAwait(false) is { } flow ? await carry(flow).ConfigureAwait(false) : new Stop<TState>.Unknown());

    /// <summary>What another release wrote is left as it is.</summary>
    private static async Task<Stop<TState>> GuardedAsync(Func<Task<Stop<TState>>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e) when (e is NewerFormatException or PlanMismatchException)
        {
            return new Stop<TState>.LeftAlone(e.Message);
        }
    }

    /// <summary>The state, with a request that was cut off answered as lost.</summary>
    private TState Settled(LoadedFlow<TState> flow, DateTimeOffset now) =>
        flow.InFlight && machine.Next(flow.State) is Step<TState>.Remote cut ? cut.Lose("the host stopped before an answer came", now) : flow.State;

    private Task<Stop<TState>> ResumeAsync(string id, LoadedFlow<TState> flow, bool claimed, CancellationToken ct) =>
        CarryAsync(id, Settled(flow, time.GetUtcNow()), flow.Version, saved: claimed && !flow.InFlight, ct);

    /// <summary>Where <paramref name="saved"/>, the state is in the store as it is, under a lease of this run's: a request that may be repeated needs no other save.</summary>
    private async Task<Stop<TState>> CarryAsync(string id, TState state, long version, bool saved, CancellationToken ct)
    {
        for (; !ct.IsCancellationRequested; saved = false)
        {
            var step = machine.Next(state);
            if (step is Step<TState>.Remote remote && !(saved && !remote.MustNotRepeat)
                && !await SaveAsync(id, version++, state, remote.MustNotRepeat, time.GetUtcNow(), lease).ConfigureAwait(false)) return new Stop<TState>.Busy();
            switch (await AskAsync(step).ConfigureAwait(false))
            {
                case StepResult<TState>.To(var following):
                    state = following;
                    continue;
                case StepResult<TState>.Sleeping(var until):
                    return await RestAsync(id, version, state, until, new Stop<TState>.Sleeping(state, until)).ConfigureAwait(false);
                case StepResult<TState>.Paused(var redirect, var until):
                    return await RestAsync(id, version, state, until, new Stop<TState>.Paused(state, redirect, until)).ConfigureAwait(false);
                case StepResult<TState>.Finished:
                    return await RestAsync(id, version, state, null, new Stop<TState>.Finished(state)).ConfigureAwait(false);
            }
        }
        return await RestAsync(id, version, state, time.GetUtcNow(), new Stop<TState>.Interrupted(state)).ConfigureAwait(false);
    }

    /// <summary>An interpreter does not throw for what servers do. Whatever it throws, the flow is told that no answer will come, and its tries are bounded.</summary>
    private async Task<StepResult<TState>> AskAsync(Step<TState> step)
    {
        try
        {
            return await step.Run(interpreter).ConfigureAwait(false);
        }
        catch (Exception e) when (step is Step<TState>.Remote && e is not (NewerFormatException or PlanMismatchException))
        {
            return new StepResult<TState>.To(((Step<TState>.Remote)step).Lose($"the interpreter failed ({e.GetType().Name})", time.GetUtcNow()));
        }
    }

    private async Task<Stop<TState>> RestAsync(string id, long version, TState state, DateTimeOffset? dueAt, Stop<TState> stop) =>
        await SaveAsync(id, version, state, inFlight: false, dueAt, TimeSpan.Zero).ConfigureAwait(false) ? stop : new Stop<TState>.Busy();

    /// <summary>Never cancelled: what a server has answered must not be lost for a host that is about to stop.</summary>
    private Task<bool> SaveAsync(string id, long version, TState state, bool inFlight, DateTimeOffset? dueAt, TimeSpan claim) =>
        store.SaveAsync(id, version, new FlowSave<TState>(state, inFlight, dueAt, time.GetUtcNow() + claim), CancellationToken.None);
}
