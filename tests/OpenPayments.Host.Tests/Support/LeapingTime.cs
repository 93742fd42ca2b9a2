namespace OpenPayments.Host.Tests.Support;

/// <summary>
/// A clock that stands still while anything is being done, however slow the machine: it leaps to what is due next, as soon as that is all
/// there is to wait for, and where a test moves it. So nothing times out, unless a test wants it to.
/// </summary>
internal sealed class LeapingTime : TimeProvider
{
    /// <summary>What is due later than this is no pause on the way but somebody's patience: a payer's, or a lease.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>Shorter timers look whether something has changed: that depends on no clock, so they also go off by themselves.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);

    private const int Speed = 10;

    private readonly Lock _lock = new();
    private readonly HashSet<Waiting> _waiting = [];
    private readonly List<(TimeSpan Span, TaskCompletionSource Seen)> _expected = [];
    // in whole milliseconds, as the store has them: a wait for less than one is none
    private DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    /// <summary>Whether it leaps by itself.</summary>
    public bool Leaps { get; set; } = true;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock ahead; what has become due goes off.</summary>
    public void Jump(TimeSpan by)
    {
        List<Waiting> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _waiting.Where(timer => timer.Due <= _now)];
        }
        foreach (var timer in due) timer.GoOff();
    }

    /// <summary>Returns when something waits for just this long.</summary>
    public Task WaitedForAsync(TimeSpan span)
    {
        lock (_lock)
        {
            if (_waiting.Any(timer => timer.Span == span)) return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((span, seen));
            return seen.Task;
        }
    }

    /// <summary>Leaps to what <paramref name="nextDue"/> says, over and over, until it is cancelled.</summary>
    public async Task FollowAsync(Func<DateTimeOffset?> nextDue, CancellationToken ct)
    {
        for (; !ct.IsCancellationRequested; await Task.Delay(10, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing))
        {
            if (Leaps && nextDue() is { } due && due - GetUtcNow() is { } wait && wait > TimeSpan.Zero && wait <= LongestPause) Jump(wait);
        }
    }

    private sealed class Waiting(LeapingTime time, Action goOff) : ITimer
    {
        private ITimer? _look;

        public TimeSpan Span { get; private set; }

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period > TimeSpan.Zero) throw new NotSupportedException("Nothing here waits periodically.");
            lock (time._lock)
            {
                time._waiting.Remove(this);
                _look?.Dispose();
                _look = null;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                (Span, Due) = (dueTime, time._now + dueTime);
                time._waiting.Add(this);
                foreach (var (_, seen) in time._expected.Where(expected => expected.Span == dueTime)) seen.TrySetResult();
                if (dueTime <= LongestLook) _look = System.CreateTimer(_ => GoOff(), null, dueTime / Speed, Timeout.InfiniteTimeSpan);
                return true;
            }
        }

        public void GoOff()
        {
            lock (time._lock)
            {
                if (!time._waiting.Remove(this)) return; // it has, or was given up
            }
            // as a timer does: who moves the clock does not do the work of those that waited
            ThreadPool.QueueUserWorkItem(_ => goOff());
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
