using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Draws stories, and makes one that fails shorter.</summary>
public static class Stories
{
    private static readonly int[] Refusals = [400, 401, 403, 404, 409, 410, 418, 429, 500, 503, 408];

    private static readonly int[] Garbage = [500, 502, 503, 504, 408, 200, 201, 204, 303];

    private static readonly string?[] Codes = [null, "too_fast", "request_denied", "invalid_request", "400", Refusal.Codes.Unreadable];

    private static readonly string?[] Words = [null, "invalid quote", "Inactive Token", "Insufficient Grant", "unauthorized", "non-positive receive amount"];

    /// <summary>What leaves open whether something happened, and what could make it happen twice.</summary>
    private static readonly Fate[] Lossy = [Fate.Delayed, Fate.Delayed, Fate.Delayed, Fate.LostBefore, Fate.LostAfter, Fate.Garbled, Fate.Killed, Fate.KilledBefore, Fate.Doubled, Fate.Refused, Fate.Seized];

    private static readonly Gen<int> Seconds = Gen.Frequency((5, Gen.Constant(0)), (4, Gen.Choose(1, 60)), (3, Gen.Choose(30, 700)), (1, Gen.Choose(700, 100_000)));

    private static readonly Gen<Visit> Visits = Gen.Frequency((6, Gen.Constant(Visit.Approve)), (5, Gen.Elements(Enum.GetValues<Visit>())));

    /// <summary>Of any flow.</summary>
    public static Arbitrary<Story> Any { get; } = Arb.From(AnyOrder.OfAnyFlow.SelectMany(Of), Shorter);

    /// <summary>A calm beginning of some length, so that every step has its share of trouble, then fate.</summary>
    private static Gen<Story> Of(Order order) =>
        from setting in Settings.For(order)
        from calm in Gen.Choose(0, order is OneTimePayment or WalletOwnership ? 14 : 30)
        from grim in Gen.Elements(2, 5, 8)
        from length in Gen.Choose(0, 30)
        from acts in Gen.ArrayOf(Acts(grim), length)
        from visit in Visits
        from trouble in Gen.Choose(0, 6)
        from trials in Gen.ArrayOf(Gen.Frequency((4, Calm), (6, Grim(Lossy))), trouble)
        select new Story(order, setting, [.. Enumerable.Repeat(new Act(Visit: visit), calm), .. acts], trials);

    private static Gen<Act> Acts(int grim) => Gen.Frequency((10 - grim, Calm), (grim, Grim(Enum.GetValues<Fate>())));

    private static Gen<Act> Calm => from visit in Visits from seconds in Seconds select new Act(Visit: visit, Seconds: seconds);

    private static Gen<Act> Grim(Fate[] fates) =>
        from fate in Gen.Elements(fates)
        from status in Gen.Elements(fate == Fate.Garbled ? Garbage : Refusals)
        from code in Gen.Elements(Codes)
        from words in Gen.Elements(Words)
        from seconds in Seconds
        from visit in Visits
        select new Act(fate, status, status is >= 200 and < 300 ? Refusal.Codes.Unreadable : code, words, seconds, visit);

    private static IEnumerable<Story> Shorter(Story story) =>
    [
        .. Shorter(story.Acts).Select(acts => story with { Acts = acts }),
        .. Shorter(story.Trials).Select(trials => story with { Trials = trials }),
        .. Settings.Simpler(story.Setting).Select(setting => story with { Setting = setting }),
    ];

    private static IEnumerable<IReadOnlyList<Act>> Shorter(IReadOnlyList<Act> acts)
    {
        var calm = new Act();
        for (var half = acts.Count / 2; half > 0; half /= 2) yield return [.. acts.Take(acts.Count - half)];
        for (var i = 0; i < acts.Count; i++)
        {
            if (acts[i] == calm) continue;
            yield return [.. acts.Select((act, n) => n == i ? calm : act)];
            if (acts[i].Seconds > 0) yield return [.. acts.Select((act, n) => n == i ? act with { Seconds = act.Seconds / 2 } : act)];
        }
    }
}
