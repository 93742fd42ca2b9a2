using Microsoft.Data.Sqlite;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Worker;

/// <summary>
/// Carries on whatever is due: payments that wait for a point in time, and those whose host was stopped or killed on the way, once
/// its lease has run out. Any number of hosts may do this over one database.
/// </summary>
internal sealed class PaymentWorker(PaymentStore store, StepSignals signals, PaymentRuns runs, HostSettings settings, TimeProvider time, ILogger<PaymentWorker> log) : BackgroundService
{
    private const int MostAtOnce = 32;

    /// <summary>How long what another host left behind may go unnoticed.</summary>
    private static readonly TimeSpan Look = StepSignals.Soon;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = signals.Watch(StepSignals.Due);
        var running = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await CarryOnAsync(running, stoppingToken).ConfigureAwait(false);
            if (running.Count >= MostAtOnce) await ((Task)Task.WhenAny(running)).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else await watch.WaitAsync(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            running.RemoveWhere(run => run.IsCompleted);
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await runs.RestAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Takes what is due and sets it going; says how long to wait for more. A store that does not answer is asked again later.</summary>
    private async Task<TimeSpan> CarryOnAsync(HashSet<Task> running, CancellationToken ct)
    {
        try
        {
            if (store.NextDue() is not { } due) return Look;
            if (due > time.GetUtcNow()) return Shorter(due - time.GetUtcNow());
            foreach (var id in await store.ClaimDueAsync(MostAtOnce - running.Count, time.GetUtcNow() + settings.Lease, ct).ConfigureAwait(false)) running.Add(runs.CarryOnAsync(id));
            return store.NextDue() is { } next ? Shorter(next - time.GetUtcNow()) : Look;
        }
        catch (SqliteException e)
        {
            log.LogError(e, "The store does not answer; looking again in {Seconds} s", Look.TotalSeconds);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // the host stops
        }
        return Look;
    }

    private static TimeSpan Shorter(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Look ? wait : Look;
}
