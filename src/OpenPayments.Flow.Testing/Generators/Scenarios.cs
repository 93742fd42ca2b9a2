using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Flow.Testing;

/// <summary>Draws scenarios, and makes one that breaks a law shorter.</summary>
public static class Scenarios
{
    private static readonly int[] Refusals = [400, 401, 403, 404, 409, 410, 418, 429, 500, 503, 408];

    private static readonly int[] Garbage = [500, 502, 503, 504, 408, 200, 201, 204, 303];

    private static readonly string?[] Codes = [null, "too_fast", "request_denied", "invalid_request", "400", Refusal.Codes.Unreadable];

    private static readonly string?[] Words =
        [null, "invalid quote", "Inactive Token", "Insufficient Grant", "unauthorized", "non-positive receive amount"];

    /// <summary>What leaves open whether something happened, and what could make it happen twice.</summary>
    private static readonly FaultKind[] Doubtful =
    [
        FaultKind.Delayed, FaultKind.Delayed, FaultKind.Delayed, FaultKind.LostBefore, FaultKind.LostAfter, FaultKind.Garbled,
        FaultKind.KilledAfter, FaultKind.KilledBefore, FaultKind.DeliveredTwice, FaultKind.DeliveredTwice, FaultKind.Refused,
        FaultKind.TokenRevoked, FaultKind.WrongAnswer,
        FaultKind.ThrowsAfter, FaultKind.NotSent,
    ];

    private static readonly Gen<int> Seconds =
        Gen.Frequency((5, Gen.Constant(0)), (4, Gen.Choose(1, 60)), (3, Gen.Choose(30, 700)), (1, Gen.Choose(700, 100_000)));

    private static readonly Gen<Visit> Visits = Gen.Frequency((6, Gen.Constant(Visit.Approves)),
        (5, Gen.Elements(Enum.GetValues<Visit>())));

    /// <summary>Of any of the nine flows.</summary>
    public static Arbitrary<Scenario> Any { get; } = Of(Orders.Any);

    /// <summary>Of the flows that are drawn: of a plan of your own with <c>Gen.Constant(TestedFlow.OfPlan(…))</c>.</summary>
    public static Arbitrary<Scenario> Of(Gen<TestedFlow> flows) => Arb.From(flows.SelectMany(Draw), Shorter);

    /// <summary>A calm beginning of some length, so that every step meets its share of faults, then faults.</summary>
    private static Gen<Scenario> Draw(TestedFlow flow) =>
        from settings in SettingsGenerator.For(flow)
        from calm in Gen.Choose(0, flow.Intended.Count < 2 ? 14 : 30)
        from often in Gen.Elements(2, 5, 8)
        from length in Gen.Choose(0, 30)
        from faults in Gen.ArrayOf(Gen.Frequency((10 - often, Calm), (often, OneOf(Enum.GetValues<FaultKind>()))), length)
        from visit in Visits
        from trials in Gen.Choose(0, 6)
        from paying in Gen.ArrayOf(Gen.Frequency((4, Calm), (6, OneOf(Doubtful))), trials)
        from cancelAt in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 40).Select(at => (int?)at)))
        select new Scenario(flow, settings, [.. Enumerable.Repeat(new PlannedFault(Visit: visit), calm), .. faults], paying, cancelAt);

    private static Gen<PlannedFault> Calm =>
        from visit in Visits from seconds in Seconds select new PlannedFault(Visit: visit, Seconds: seconds);

    private static Gen<PlannedFault> OneOf(FaultKind[] kinds) =>
        from kind in Gen.Elements(kinds)
        from status in Gen.Elements(kind == FaultKind.Garbled ? Garbage : Refusals)
        from code in Gen.Elements(Codes)
        from words in Gen.Elements(Words)
        from seconds in Seconds
        from visit in Visits
        select new PlannedFault(kind, status, status is >= 200 and < 300 ? Refusal.Codes.Unreadable : code, words, seconds, visit);

    private static IEnumerable<Scenario> Shorter(Scenario scenario) =>
    [
        .. Shorter(scenario.Faults).Select(faults => scenario with { Faults = faults }),
        .. Shorter(scenario.PaymentFaults).Select(faults => scenario with { PaymentFaults = faults }),
        .. scenario.CancelAt is null ? Array.Empty<Scenario>() : [scenario with { CancelAt = null }],
        .. SettingsGenerator.Simpler(scenario.Settings).Select(settings => scenario with { Settings = settings }),
    ];

    private static IEnumerable<IReadOnlyList<PlannedFault>> Shorter(IReadOnlyList<PlannedFault> faults)
    {
        for (var half = faults.Count / 2; half > 0; half /= 2) yield return [.. faults.Take(faults.Count - half)];
        for (var i = 0; i < faults.Count; i++)
        {
            if (faults[i] == PlannedFault.None) continue;
            yield return [.. faults.Select((fault, n) => n == i ? PlannedFault.None : fault)];
            if (faults[i].Seconds == 0) continue;
            yield return [.. faults.Select((fault, n) => n == i ? fault with { Seconds = fault.Seconds / 2 } : fault)];
        }
    }
}
