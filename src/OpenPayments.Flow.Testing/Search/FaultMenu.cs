namespace OpenPayments.Flow.Testing;

/// <summary>Every fault that a question can meet.</summary>
internal sealed class FaultMenu : IStepVisitor<Progress, IReadOnlyList<PlannedFault>>
{
    /// <summary>Longer than a quote lives; longer than a token and an interaction live.</summary>
    private static readonly int[] Long = [400, 700];

    private static readonly FaultMenu Only = new();

    private static readonly PlannedFault Cancel = new(FaultKind.Cancelled);

    private static readonly PlannedFault[] AtRequests =
    [
        new(FaultKind.Refused, 400), new(FaultKind.Refused, 400, Words: "invalid quote"), new(FaultKind.Refused, 401, "request_denied"),
        new(FaultKind.Refused, 403, Words: "Inactive Token"), new(FaultKind.Refused, 403, Words: "unauthorized"),
            new(FaultKind.Refused, 404),
        new(FaultKind.Refused, 429), new(FaultKind.Refused, 503), new(FaultKind.Refused, 200, Refusal.Codes.Unreadable),
        new(FaultKind.LostBefore), new(FaultKind.LostAfter), new(FaultKind.ThrowsBefore), new(FaultKind.ThrowsAfter),
        new(FaultKind.Delayed, Seconds: 3), new(FaultKind.Delayed, Seconds: 90), new(FaultKind.DeliveredTwice),
        new(FaultKind.Garbled, 503), new(FaultKind.Garbled, 303), new(FaultKind.Garbled, 200, Refusal.Codes.Unreadable),
        new(FaultKind.KilledBefore), new(FaultKind.KilledAfter), new(FaultKind.TokenExpired), new(FaultKind.TokenRevoked),
        new(FaultKind.WrongAnswer, Seconds: 0), new(FaultKind.WrongAnswer, Seconds: 1), new(FaultKind.WrongAnswer, Seconds: 2),
        new(FaultKind.WrongAnswer, Seconds: 3), new(FaultKind.KeyNotFound), new(FaultKind.NotSent), .. Slow, Cancel,
    ];

    private static readonly PlannedFault[] AtWaits = [new(FaultKind.KilledBefore), .. Slow, Cancel];

    private static readonly PlannedFault[] AtEvents =
    [
        .. Enum.GetValues<Visit>().Where(visit => visit != Visit.Approves).Select(visit => new PlannedFault(Visit: visit)),
        new(FaultKind.KilledBefore), .. Slow, Cancel,
    ];

    private static IEnumerable<PlannedFault> Slow => Long.Select(seconds => new PlannedFault(FaultKind.Slow, Seconds: seconds));

    public static IReadOnlyList<PlannedFault> Of(Step<Progress> step) => step.Accept(Only);

    public IReadOnlyList<PlannedFault> Ask<T>(Step<Progress>.Ask<T> step) => AtRequests;

    public IReadOnlyList<PlannedFault> Draw(Step<Progress>.Draw step) => [Cancel];

    public IReadOnlyList<PlannedFault> Wait(Step<Progress>.Wait step) => AtWaits;

    public IReadOnlyList<PlannedFault> Await(Step<Progress>.Await step) => AtEvents;

    public IReadOnlyList<PlannedFault> Done() => [];
}
