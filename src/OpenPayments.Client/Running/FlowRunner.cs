using OpenPayments.Flow;

namespace OpenPayments.Client;

/// <summary>
/// Carries a flow to its next pause or to its end. Each state is saved before its question goes to a server, so a flow whose host
/// was stopped or killed goes on when it is taken up again, by this host or another; a question that must not be asked twice, and
/// may have been asked, is then answered as lost. It knows nothing of payments: what to ask, and what follows, the flow decides.
/// A token that is cancelled stops a run between two questions; one that was asked is waited for, and its answer is kept.
/// </summary>
/// <param name="next">The flow: <c>Flows.Next</c>.</param>
/// <param name="interpreter">Answers its questions.</param>
/// <param name="store">Keeps its states.</param>
/// <param name="time">The time.</param>
/// <param name="lease">How long a run may keep a flow without a save before others may take it: longer than any one question takes.</param>
public sealed class FlowRunner<TState>(
    Func<TState, Step<TState>> next, IInterpreter<TState, Task<Move<TState>>> interpreter, IFlowStore<TState> store, TimeProvider time, TimeSpan lease)
    where TState : notnull
{
    /// <summary>Puts a new flow into the store and carries it on. <see cref="Stop{TState}.Busy"/> where there is one of this id.</summary>
    public async Task<Stop<TState>> StartAsync(string id, TState first, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await store.SaveAsync(id, version: 0, new Kept<TState>(first, Asked: false, now, now + lease), ct).ConfigureAwait(false)
            ? await CarryAsync(id, first, version: 1, saved: true, ct).ConfigureAwait(false)
            : new Stop<TState>.Busy();
    }

    /// <summary>Carries on a flow that is in nobody's hand.</summary>
    public async Task<Stop<TState>> RunAsync(string id, CancellationToken ct)
    {
        var held = await store.LoadAsync(id, ct).ConfigureAwait(false);
        if (held is null) return new Stop<TState>.Unknown();
        return held.LeasedUntil > time.GetUtcNow() ? new Stop<TState>.Busy() : await TakeUpAsync(id, held, inHand: false, ct).ConfigureAwait(false);
    }

    /// <summary>Carries on a flow that the caller has in hand: it was just put into the store under a lease, or taken from what is due.</summary>
    public Task<Stop<TState>> RunHeldAsync(string id, Held<TState> held, CancellationToken ct) => TakeUpAsync(id, held, inHand: true, ct);

    /// <summary>Takes flows that are due from the store and carries them on, one after the other, <paramref name="most"/> at most; says where each came to rest.</summary>
    public async Task<IReadOnlyList<Stop<TState>>> RunDueAsync(int most, CancellationToken ct)
    {
        var stops = new List<Stop<TState>>();
        while (stops.Count < most && await store.TakeDueAsync(1, time.GetUtcNow() + lease, ct).ConfigureAwait(false) is [var id])
        {
            var held = await store.LoadAsync(id, ct).ConfigureAwait(false);
            stops.Add(held is null ? new Stop<TState>.Unknown() : await TakeUpAsync(id, held, inHand: true, ct).ConfigureAwait(false));
        }
        return stops;
    }

    /// <summary>Brings the payer's return to a flow and carries it on.</summary>
    public async Task<Stop<TState>> ReturnAsync(string id, InteractionResult result, CancellationToken ct)
    {
        var held = await store.LoadAsync(id, ct).ConfigureAwait(false);
        if (held is null) return new Stop<TState>.Unknown();
        var now = time.GetUtcNow();
        if (held.LeasedUntil > now) return new Stop<TState>.Busy();
        return await next(held.State).Return(result, now).Match(
            Right: state => CarryAsync(id, state, held.Version, saved: false, ct),
            Left: rejection => Task.FromResult<Stop<TState>>(new Stop<TState>.Rejected(held.State, rejection))).ConfigureAwait(false);
    }

    private Task<Stop<TState>> TakeUpAsync(string id, Held<TState> held, bool inHand, CancellationToken ct)
    {
        var state = held.Asked
            ? next(held.State).Lose("the host stopped before an answer came", time.GetUtcNow()).Match(Right: lost => lost, Left: _ => held.State)
            : held.State;
        return CarryAsync(id, state, held.Version, saved: inHand && !held.Asked, ct);
    }

    /// <summary>Where <paramref name="saved"/>, the state is in the store as it is, under a lease of this run's: a question that may be asked twice needs no other save.</summary>
    private async Task<Stop<TState>> CarryAsync(string id, TState state, long version, bool saved, CancellationToken ct)
    {
        for (; !ct.IsCancellationRequested; saved = false)
        {
            var step = next(state);
            if (step.IsRemote && !(saved && step.Harmless) && !await SaveAsync(id, version++, state, !step.Harmless, time.GetUtcNow(), lease).ConfigureAwait(false)) return new Stop<TState>.Busy();
            switch (await AskAsync(id, version, state, step).ConfigureAwait(false))
            {
                case Move<TState>.To(var following):
                    state = following;
                    continue;
                case Move<TState>.Sleeping(var until):
                    return await RestAsync(id, version, state, until, new Stop<TState>.Sleeping(state, until)).ConfigureAwait(false);
                case Move<TState>.Paused(var redirect, var until):
                    return await RestAsync(id, version, state, until, new Stop<TState>.Paused(state, redirect, until)).ConfigureAwait(false);
                case Move<TState>.Rejected(var rejection):
                    return await RestAsync(id, version, state, time.GetUtcNow() + lease, new Stop<TState>.Rejected(state, rejection)).ConfigureAwait(false);
                case Move<TState>.Finished:
                    return await RestAsync(id, version, state, null, new Stop<TState>.Finished(state)).ConfigureAwait(false);
            }
        }
        return await RestAsync(id, version, state, time.GetUtcNow(), new Stop<TState>.Interrupted(state)).ConfigureAwait(false);
    }

    private async Task<Move<TState>> AskAsync(string id, long version, TState state, Step<TState> step)
    {
        try
        {
            return await step.Run(interpreter).ConfigureAwait(false);
        }
        catch (Exception) when (step.IsRemote)
        {
            // an interpreter does not throw for what servers do; whatever this was, let go, so that nobody waits for the lease to run out
            await SaveAsync(id, version, state, !step.Harmless, time.GetUtcNow(), TimeSpan.Zero).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Stop<TState>> RestAsync(string id, long version, TState state, DateTimeOffset? dueAt, Stop<TState> stop) =>
        await SaveAsync(id, version, state, asked: false, dueAt, TimeSpan.Zero).ConfigureAwait(false) ? stop : new Stop<TState>.Busy();

    /// <summary>Never cancelled: what a server has answered must not be lost for a host that is about to stop.</summary>
    private Task<bool> SaveAsync(string id, long version, TState state, bool asked, DateTimeOffset? dueAt, TimeSpan keep) =>
        store.SaveAsync(id, version, new Kept<TState>(state, asked, dueAt, time.GetUtcNow() + keep), CancellationToken.None);
}
