using System.Threading.Channels;

namespace OpenPayments.Host.Store;

/// <summary>Tells those who watch a payment (the topic is its id) in this process that it was saved, so that they need not wait for their next look.</summary>
internal sealed class StepSignals
{
    /// <summary>The topic of the worker: a payment has been put to sleep, and is due <see cref="Soon"/>.</summary>
    public const string Due = "";

    /// <summary>How often the worker looks by itself: of what is due later than that, as most consents are, it need not be told.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, List<Subscription>> _watchers = [];
    private readonly Lock _lock = new();

    public Subscription Watch(string topic)
    {
        var subscription = new Subscription(this, topic);
        lock (_lock)
        {
            if (!_watchers.TryGetValue(topic, out var watchers)) _watchers[topic] = watchers = [];
            watchers.Add(subscription);
        }
        return subscription;
    }

    public void Tell(string topic)
    {
        lock (_lock)
        {
            foreach (var watcher in _watchers.GetValueOrDefault(topic, [])) watcher.Signal();
        }
    }

    private void Forget(Subscription subscription, string topic)
    {
        lock (_lock)
        {
            if (_watchers.TryGetValue(topic, out var watchers) && watchers.Remove(subscription) && watchers.Count == 0) _watchers.Remove(topic);
        }
    }

    internal sealed class Subscription(StepSignals owner, string topic) : IDisposable
    {
        // one waiting signal says all there is to say: look again
        private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private Task? _next;

        public void Signal() => _signals.Writer.TryWrite(true);

        /// <summary>Returns at the next signal, or one that came since the last call, or after <paramref name="atMost"/>.</summary>
        public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken ct)
        {
            _next ??= _signals.Reader.ReadAsync(CancellationToken.None).AsTask();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(_next, Task.Delay(atMost, time, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false); // ends the timer where the signal came first
            ct.ThrowIfCancellationRequested();
            if (_next.IsCompleted) _next = null;
        }

        public void Dispose()
        {
            owner.Forget(this, topic);
            _signals.Writer.TryComplete();
        }
    }
}
