using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Draws stories, and makes one that fails shorter.</summary>
public static class Stories
{
    private static readonly int[] Refusals = [400, 401, 403, 404, 409, 410, 418, 429, 500, 503, 408];

    private static readonly int[] Garbage = [500, 502, 503, 504, 408, 200, 201, 204, 303];

    private static readonly string?[] Codes = [null, "too_fast", "request_denied", "invalid_request", "400", Refusal.Codes.Unreadable];

    private static readonly Gen<int> Seconds = Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 30)), (2, Gen.Choose(30, 700)), (1, Gen.Choose(700, 100_000)));

    private static readonly Gen<Visit> Visits = Gen.Frequency((6, Gen.Constant(Visit.Approve)), (5, Gen.Elements(Enum.GetValues<Visit>())));

    private static readonly Gen<Setting> Settings =
        from lives in Gen.Elements(20, 60, 300, 3600)
        from expiry in Gen.Frequency((5, Gen.Constant(Expiry.Told)), (2, Gen.Elements(Enum.GetValues<Expiry>())))
        from drift in Gen.Elements(-1, 0, 0, 1)
        from slices in Gen.Choose(1, 4)
        from fails in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 3).Select(n => (int?)n)))
        from older in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 12)), (1, Gen.Constant(60)))
        from page in Gen.Choose(1, 4)
        from token in Gen.Elements(60, 600, 600)
        from atOnce in Gen.Frequency((12, Gen.Constant(false)), (1, Gen.Constant(true)))
        from wait in Gen.Elements<int?>(null, 0, 5)
        from skew in Gen.Elements(0, 0, -3600, -120, 20, 400)
        from echoes in Gen.Elements(false, true)
        select new Setting(lives, expiry, drift, slices, fails, older, page, token, atOnce, wait, skew, echoes);

    /// <summary>A calm beginning of some length, so that every step has its share of trouble, then fate.</summary>
    public static Arbitrary<Story> Any { get; } = Arb.From(
        from setting in Settings
        from calm in Gen.Choose(0, 12)
        from grim in Gen.Elements(2, 5, 8)
        from length in Gen.Choose(0, 30)
        from acts in Gen.ArrayOf(Acts(grim), length)
        from visit in Visits
        select new Story(setting, [.. Enumerable.Repeat(new Act(Visit: visit), calm), .. acts]),
        Shorter);

    private static Gen<Act> Acts(int grim) => Gen.Frequency((10 - grim, Calm), (grim, Grim));

    private static Gen<Act> Calm => from visit in Visits from seconds in Seconds select new Act(Visit: visit, Seconds: seconds);

    private static Gen<Act> Grim =>
        from fate in Gen.Elements(Enum.GetValues<Fate>())
        from status in Gen.Elements(fate == Fate.Garbled ? Garbage : Refusals)
        from code in Gen.Elements(Codes)
        from seconds in Seconds
        from visit in Visits
        select new Act(fate, status, status is >= 200 and < 300 ? Refusal.Codes.Unreadable : code, seconds, visit);

    private static IEnumerable<Story> Shorter(Story story)
    {
        var (setting, acts, calm) = (story.Setting, story.Acts, new Act());
        for (var half = acts.Count / 2; half > 0; half /= 2) yield return story with { Acts = [.. acts.Take(acts.Count - half)] };
        for (var i = 0; i < acts.Count; i++)
        {
            if (acts[i] == calm) continue;
            yield return story with { Acts = [.. acts.Select((act, n) => n == i ? calm : act)] };
            if (acts[i].Seconds > 0) yield return story with { Acts = [.. acts.Select((act, n) => n == i ? act with { Seconds = act.Seconds / 2 } : act)] };
        }
        var plain = new Setting();
        Setting[] simpler =
        [
            setting with { QuoteLives = plain.QuoteLives }, setting with { Expiry = plain.Expiry }, setting with { Drift = 0 }, setting with { Slices = 1 }, setting with { FailsAfter = null },
            setting with { Older = 0 }, setting with { Older = setting.Older / 2 }, setting with { TokenLives = plain.TokenLives }, setting with { GrantsAtOnce = false }, setting with { Skew = 0 }, setting with { Echoes = false },
            setting with { ContinueWait = plain.ContinueWait }, setting with { PageSize = plain.PageSize },
        ];
        foreach (var one in simpler.Where(s => s != setting)) yield return story with { Setting = one };
    }
}
