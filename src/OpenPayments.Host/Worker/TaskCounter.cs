namespace OpenPayments.Host.Worker;

/// <summary>Counts what is on its way, for a host that stops and wants to wait for it.</summary>
internal sealed class TaskCounter
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _none = Completed();
    private int _count;

    public IDisposable Enter()
    {
        lock (_lock)
        {
            if (_count++ == 0) _none = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return new Entry(this);
    }

    public Task NoneAsync()
    {
        lock (_lock) return _none.Task;
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_count == 0) _none.SetResult();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private sealed class Entry(TaskCounter counter) : IDisposable
    {
        public void Dispose() => counter.Leave();
    }
}
