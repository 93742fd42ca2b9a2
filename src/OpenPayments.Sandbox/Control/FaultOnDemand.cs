using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Sandbox.Control;

/// <summary>The kinds of trouble by the names that JSON has for them, in lower case with hyphens.</summary>
internal enum FaultKind
{
    Reset,
    Cut,
    Delay,
    TimePasses,
    Reply,
    SlowBody,
    DoubledBody,
    Repeated,
}

/// <summary>A fault as curl writes it: flat, with what its kind does not use left out.</summary>
/// <param name="Times">How many requests meet it; 1 unless <paramref name="Each"/>.</param>
/// <param name="Seconds">How long a delay, a jump of the clock or a slow body takes.</param>
internal sealed record FaultOnDemand(
    FaultKind Kind, Operation? Operation = null, string? Method = null, string? Path = null, int? Times = null, bool? Each = null, int? LetThrough = null,
    bool? AfterEffect = null, double? Seconds = null, int? Status = null, FaultBody? Body = null, int? RetryAfterSeconds = null)
{
    /// <summary>Throws <see cref="ArgumentException"/> when a member is missing.</summary>
    public Fault ToFault(string provider) => new(WhatGoesWrong())
    {
        Operation = Operation,
        Method = Method,
        Path = Path,
        Provider = provider,
        Times = Each is true ? Times is null ? null : throw new ArgumentException("times and each exclude each other") : Times ?? 1,
        LetThrough = LetThrough ?? 0,
    };

    public static FaultOnDemand Of(Fault fault)
    {
        var flat = fault.Trouble switch
        {
            Trouble.Reset(var afterEffect) => new FaultOnDemand(FaultKind.Reset, AfterEffect: afterEffect),
            Trouble.Cut => new FaultOnDemand(FaultKind.Cut),
            Trouble.Delay(var by) => new FaultOnDemand(FaultKind.Delay, Seconds: by.TotalSeconds),
            Trouble.TimePasses(var by) => new FaultOnDemand(FaultKind.TimePasses, Seconds: by.TotalSeconds),
            Trouble.Reply r => new FaultOnDemand(FaultKind.Reply, Status: r.Status, Body: r.Body, AfterEffect: r.AfterEffect, RetryAfterSeconds: (int?)r.RetryAfter?.TotalSeconds),
            Trouble.SlowBody(var over) => new FaultOnDemand(FaultKind.SlowBody, Seconds: over.TotalSeconds),
            Trouble.DoubledBody => new FaultOnDemand(FaultKind.DoubledBody),
            Trouble.Repeated => new FaultOnDemand(FaultKind.Repeated),
        };
        return flat with { Operation = fault.Operation, Method = fault.Method, Path = fault.Path, Times = fault.Times, Each = fault.Times is null ? true : null, LetThrough = fault.LetThrough };
    }

    private Trouble WhatGoesWrong() => Kind switch
    {
        FaultKind.Reset => new Trouble.Reset(AfterEffect ?? false),
        FaultKind.Cut => new Trouble.Cut(),
        FaultKind.Delay => new Trouble.Delay(Span()),
        FaultKind.TimePasses => new Trouble.TimePasses(Span()),
        FaultKind.Reply => new Trouble.Reply(
            Status ?? throw new ArgumentException("status is missing"), Body ?? FaultBody.Error, AfterEffect ?? false, RetryAfterSeconds is { } s ? TimeSpan.FromSeconds(s) : null),
        FaultKind.SlowBody => new Trouble.SlowBody(Span()),
        FaultKind.DoubledBody => new Trouble.DoubledBody(),
        FaultKind.Repeated => new Trouble.Repeated(),
        _ => throw new ArgumentException("there is no such kind"),
    };

    private TimeSpan Span() => Seconds is { } seconds && Math.Abs(seconds) < 1e9 ? TimeSpan.FromSeconds(seconds) : throw new ArgumentException("seconds are missing or out of bounds");
}

/// <summary>What lies in wait at a provider.</summary>
internal sealed record FaultsOnDemand(IReadOnlyList<FaultOnDemand> Faults);
