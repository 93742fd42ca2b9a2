using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Faults;

/// <summary>The faults that lie in wait, at most 100. A request meets the first that matches it; one that is used up is gone.</summary>
public sealed class FaultList
{
    private const int Most = 100;
    private const int MostTimes = 1000;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestJump = TimeSpan.FromDays(400);

    private readonly Lock _gate = new();
    private readonly List<Fault> _pending = [];
    private readonly TimeProvider _time;

    internal FaultList(TimeProvider time) => _time = time;

    /// <summary>What is left, in the order it was added, with what is left of each <see cref="Fault.Times"/> and <see cref="Fault.LetThrough"/>.</summary>
    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate) return [.. _pending];
        }
    }

    /// <summary>
    /// Puts a fault after the others. Throws <see cref="ArgumentException"/> for one that is out of bounds, and
    /// <see cref="InvalidOperationException"/> when there are 100, or when time is to pass on a clock that cannot be moved.
    /// </summary>
    public void Add(Fault fault)
    {
        if (WrongWith(fault) is { } wrong) throw new ArgumentException(wrong, nameof(fault));
        if (fault.Trouble is Trouble.TimePasses && _time is not SandboxClock) throw new InvalidOperationException("this sandbox was given a clock of its own, which cannot be moved");
        lock (_gate)
        {
            if (_pending.Count >= Most) throw new InvalidOperationException($"there are {Most} faults already: clear some");
            _pending.Add(fault);
        }
    }

    /// <summary>All is well from here on.</summary>
    public void Clear()
    {
        lock (_gate) _pending.Clear();
    }

    /// <summary>Clears the faults of one provider, and those of both.</summary>
    internal void ClearAt(string provider)
    {
        lock (_gate) _pending.RemoveAll(fault => fault.Provider is null || fault.Provider == provider);
    }

    internal bool IsEmpty
    {
        get
        {
            lock (_gate) return _pending.Count == 0;
        }
    }

    /// <summary>The trouble that this request meets, which is counted; null when it goes well.</summary>
    internal Trouble? Take(string provider, HttpRequest request, IReadOnlyList<Operation> operations)
    {
        lock (_gate)
        {
            for (var i = 0; i < _pending.Count; i++)
            {
                var fault = _pending[i];
                if (!fault.Meets(provider, request, operations)) continue;
                if (fault.LetThrough > 0)
                {
                    _pending[i] = fault with { LetThrough = fault.LetThrough - 1 };
                    continue;
                }
                if (fault.Times == 1) _pending.RemoveAt(i);
                else _pending[i] = fault with { Times = fault.Times - 1 };
                return fault.Trouble;
            }
            return null;
        }
    }

    private static string? WrongWith(Fault fault) => fault switch
    {
        { Times: < 1 or > MostTimes } => $"times must be from 1 to {MostTimes}",
        { LetThrough: < 0 or > MostTimes } => $"letThrough must be from 0 to {MostTimes}",
        { Path: { } path } when !path.StartsWith('/') => "path must begin with /",
        { Trouble: Trouble.Delay { By: var by } } when by < TimeSpan.Zero || by > LongestDelay => $"a delay must be from 0 to {LongestDelay.TotalSeconds} seconds",
        { Trouble: Trouble.SlowBody { Over: var over } } when over < TimeSpan.Zero || over > LongestDelay => $"a slow body must take from 0 to {LongestDelay.TotalSeconds} seconds",
        { Trouble: Trouble.TimePasses { By: var by } } when by < TimeSpan.Zero || by > LongestJump => $"from 0 to {LongestJump.TotalDays} days may pass",
        { Trouble: Trouble.Reply { Status: < 200 or > 599 } } => "status must be from 200 to 599",
        { Trouble: Trouble.Reply { Status: 204 or 304, Body: not FaultBody.None } } => "an answer with this status has no body",
        { Trouble: Trouble.Reply { RetryAfter: { } after } } when after < TimeSpan.Zero || after > LongestJump => "Retry-After is out of bounds",
        _ => null,
    };
}
