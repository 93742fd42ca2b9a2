using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>Draws what servers are like.</summary>
internal static class SettingsGenerator
{
    private static readonly Quirks[] EachQuirk = [.. Enum.GetValues<Quirks>().Where(quirk => quirk != Quirks.None)];

    /// <summary>Where the clocks disagree, a window is another one at the server: recurring payments meet clocks that agree.</summary>
    public static Gen<ModelSettings> For(TestedFlow flow) =>
        from times in Times(flow.IsRecurring || flow.Orders.Count > 0 || flow is TestedPlan)
        from money in Money
        from drift in Gen.Elements(-1, 0, 0, 1)
        from newer in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 6)), (1, Gen.Constant(60)))
        from page in Gen.Frequency((2, Gen.Constant(100)), (3, Gen.Choose(1, 4)))
        from atOnce in Rarely(12)
        from wait in Gen.Elements<int?>(null, 0, 5)
        from pends in Gen.Frequency((8, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(9)))
        from echoes in Rarely(1)
        from enforces in Rarely(1)
        from tells in Rarely(4)
        from quirks in Gen.Frequency((3, Gen.Constant(Quirks.None)), (4, Quirk),
            (2, from one in Quirk from other in Quirk select one | other))
        select times with
        {
            Drift = drift,
            Slices = money.Slices,
            FailsAfter = money.FailsAfter,
            Fails = money.Fails,
            ClosesAfter = money.ClosesAfter,
            Newer = newer,
            PageSize = newer > 6 || (quirks & Quirks.ListIsLong) != 0 ? 100 : page,
            GrantsAtOnce = atOnce,
            ContinueWait = wait,
            Pends = pends,
            Echoes = echoes,
            Enforces = enforces,
            TellsSpent = !tells,
            Quirks = quirks,
        };

    /// <summary>Those that are simpler in one thing.</summary>
    public static IEnumerable<ModelSettings> Simpler(ModelSettings settings)
    {
        var plain = new ModelSettings();
        ModelSettings[] simpler =
        [
            settings with { QuoteLives = plain.QuoteLives }, settings with { Expiry = plain.Expiry }, settings with { Drift = 0 },
            settings with { Slices = 1 }, settings with { FailsAfter = null }, settings with { Fails = 1 },
            settings with { ClosesAfter = null },
            settings with { Newer = 0 }, settings with { PageSize = plain.PageSize }, settings with { TokenLives = plain.TokenLives },
            settings with { GrantsAtOnce = false }, settings with { Skew = 0 }, settings with { Echoes = false },
            settings with { Pends = 0 },
            settings with { ContinueWait = plain.ContinueWait }, settings with { Enforces = false }, settings with { TellsSpent = true },
            .. EachQuirk.Select(quirk => settings with { Quirks = settings.Quirks & ~quirk }),
        ];
        return simpler.Where(one => one != settings);
    }

    private static Gen<Quirks> Quirk => Gen.Elements(EachQuirk);

    private static Gen<ModelSettings> Money =>
        from slices in Gen.Choose(1, 4)
        from after in Gen.Frequency((4, Gen.Constant<int?>(null)), (2, Gen.Choose(0, 3).Select(n => (int?)n)))
        from fails in Gen.Elements(1, 1, 2, 99)
        from closes in Gen.Frequency((8, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 3).Select(n => (int?)n)))
        select new ModelSettings(Slices: slices, FailsAfter: after, Fails: fails, ClosesAfter: closes);

    private static Gen<ModelSettings> Times(bool agree) =>
        from lives in Gen.Elements(20, 60, 300, 3600)
        from expiry in Gen.Frequency((5, Gen.Constant(Expiry.Told)), (2, Gen.Elements(Enum.GetValues<Expiry>())))
        from token in Gen.Elements(60, 600, 600)
        from skew in agree ? Gen.Constant(0) : Gen.Elements(0, 0, -3600, -120, 20, 400)
        select new ModelSettings(QuoteLives: lives, Expiry: expiry, TokenLives: token, Skew: skew);

    private static Gen<bool> Rarely(int often) => Gen.Frequency((often, Gen.Constant(false)), (1, Gen.Constant(true)));
}
