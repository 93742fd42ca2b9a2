using System.Diagnostics.CodeAnalysis;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Worker;

/// <summary>
/// Carries payments on, for requests and for the worker. A run belongs to no request: it goes on to the payment's next pause when
/// the caller has left. A host that stops lets each finish the question at hand.
/// </summary>
internal sealed class PaymentRuns(
    FlowRunner<FlowState> runner, PaymentStore store, PaymentViews views, StepSignals signals, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<PaymentRuns> log)
{
    /// <summary>How long a caller is kept waiting: less than browsers and proxies commonly wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(200);
    private const int MostRetries = 20;

    private readonly TaskCounter _running = new();

    /// <summary>
    /// Carries a payment on that the caller has just created; null where the caller has waited long enough, the run broke, or the end is
    /// known and what is not used any more is still given back.
    /// </summary>
    public async Task<Stop<FlowState>?> RunAsync(string id, LoadedFlow<FlowState> flow)
    {
        var run = WithPatienceAsync(id, runner.RunLoadedAsync(id, flow, lifetime.ApplicationStopping));
        var preparing = WhilePreparingAsync(id);
        await Task.WhenAny(run, preparing).ConfigureAwait(false);
        // the run of one that awaits its payer is about to say where the payer is to go
        if (run.IsCompleted || views.Find(id) is { Summary.Status: FlowStatus.AwaitingConsent })
        {
            if (await run.ConfigureAwait(false) is Stop<FlowState>.Paused paused) return paused;
        }
        await preparing.ConfigureAwait(false);
        return null;
    }

    /// <summary>Returns when the payment is past its preparation: a wallet that is slow is asked again after a pause, by the worker.</summary>
    private async Task WhilePreparingAsync(string id)
    {
        using var watch = signals.Watch(id);
        var (since, stopping) = (time.GetTimestamp(), lifetime.ApplicationStopping);
        while (views.Find(id) is { Summary.Status: FlowStatus.Preparing } && time.GetElapsedTime(since) < Patience && !stopping.IsCancellationRequested)
            await watch.WaitAsync(RetryPause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Carries a payment on that the worker has claimed.</summary>
    public Task CarryOnAsync(string id) => GuardAsync(id, runner.RunClaimedAsync(id, lifetime.ApplicationStopping));

    /// <summary>Brings the payer's return to a payment and carries it on; says why it was turned away, if it was.</summary>
    public async Task<Rejection?> ReturnAsync(string id, InteractionResult result) =>
        await WithPatienceAsync(id, ReturnWhenFreeAsync(id, result)).ConfigureAwait(false) is Stop<FlowState>.Rejected { Rejection: var rejection } ? rejection : null;

    /// <summary>Ends when no run is on its way.</summary>
    public Task RestAsync() => _running.NoneAsync();

    /// <summary>A payment that awaits its payer is claimed for a moment at most: when another return came with this one.</summary>
    private async Task<Stop<FlowState>> ReturnWhenFreeAsync(string id, InteractionResult result)
    {
        using var watch = signals.Watch(id);
        for (var tries = 0; ; tries++)
        {
            var stop = await runner.ReturnAsync(id, result, lifetime.ApplicationStopping).ConfigureAwait(false);
            if (stop is not Stop<FlowState>.Busy || tries == MostRetries || views.Find(id) is not { Summary.Status: FlowStatus.AwaitingConsent }) return stop;
            await watch.WaitAsync(RetryPause, time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<Stop<FlowState>?> WithPatienceAsync(string id, Task<Stop<FlowState>> run)
    {
        try
        {
            return await GuardAsync(id, run).WaitAsync(Patience, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null; // it goes on; where it stands can be asked for
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A run that breaks must not take the worker down; its lease runs out and it is tried again.")]
    private async Task<Stop<FlowState>?> GuardAsync(string id, Task<Stop<FlowState>> run)
    {
        using var _ = _running.Enter();
        try
        {
            var stop = await run.ConfigureAwait(false);
            if (stop is Stop<FlowState>.LeftAlone(var why))
            {
                log.LogWarning("Payment {PaymentId} is left alone: {Why}", id, why);
                await store.PostponeAsync(id).ConfigureAwait(false);
            }
            return stop;
        }
        catch (Exception e)
        {
            log.LogError(e, "Payment {PaymentId} could not be carried on; it is tried again when its lease has run out", id);
            await store.PostponeAsync(id).ConfigureAwait(false);
            return null;
        }
    }
}
