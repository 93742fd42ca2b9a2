using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Draws worlds.</summary>
public static class Settings
{
    /// <summary>For an order. Where the clocks disagree, a window is another one at the server: recurring payments are told with clocks that agree.</summary>
    public static Gen<Setting> For(Order order) =>
        from times in Times(order is Subscription or RecurringFixedDebit or RecurringFixedReceive or FuturePayments)
        from money in Money
        from drift in Gen.Elements(-1, 0, 0, 1)
        from older in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 12)), (1, Gen.Constant(60)))
        from page in Gen.Choose(1, 4)
        from atOnce in Rarely(12)
        from wait in Gen.Elements<int?>(null, 0, 5)
        from pends in Gen.Frequency((8, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(9)))
        from echoes in Gen.Elements(false, true)
        from enforces in Gen.Elements(false, true)
        from tells in Rarely(4)
        from keeps in Rarely(3)
        select times with
        {
            Drift = drift,
            Slices = money.Slices,
            FailsAfter = money.FailsAfter,
            Fails = money.Fails,
            ClosesAfter = money.ClosesAfter,
            Older = older,
            PageSize = page,
            GrantsAtOnce = atOnce,
            ContinueWait = wait,
            Pends = pends,
            Echoes = echoes,
            Enforces = enforces,
            TellsSpent = !tells,
            KeepsMetadata = !keeps,
        };

    private static Gen<Setting> Money =>
        from slices in Gen.Choose(1, 4)
        from after in Gen.Frequency((4, Gen.Constant<int?>(null)), (2, Gen.Choose(0, 3).Select(n => (int?)n)))
        from fails in Gen.Elements(1, 1, 2, 99)
        from closes in Gen.Frequency((8, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 3).Select(n => (int?)n)))
        select new Setting(Slices: slices, FailsAfter: after, Fails: fails, ClosesAfter: closes);

    /// <summary>One that is simpler in one thing.</summary>
    public static IEnumerable<Setting> Simpler(Setting setting)
    {
        var plain = new Setting();
        Setting[] simpler =
        [
            setting with { QuoteLives = plain.QuoteLives }, setting with { Expiry = plain.Expiry }, setting with { Drift = 0 }, setting with { Slices = 1 }, setting with { FailsAfter = null },
            setting with { Fails = 1 }, setting with { ClosesAfter = null }, setting with { Older = 0 }, setting with { Older = setting.Older / 2 }, setting with { TokenLives = plain.TokenLives },
            setting with { GrantsAtOnce = false }, setting with { Skew = 0 }, setting with { Echoes = false }, setting with { ContinueWait = plain.ContinueWait }, setting with { Pends = 0 },
            setting with { PageSize = plain.PageSize }, setting with { Enforces = false }, setting with { TellsSpent = true }, setting with { KeepsMetadata = true },
        ];
        return simpler.Where(s => s != setting);
    }

    private static Gen<Setting> Times(bool agree) =>
        from lives in Gen.Elements(20, 60, 300, 3600)
        from expiry in Gen.Frequency((5, Gen.Constant(Expiry.Told)), (2, Gen.Elements(Enum.GetValues<Expiry>())))
        from token in Gen.Elements(60, 600, 600)
        from skew in agree ? Gen.Constant(0) : Gen.Elements(0, 0, -3600, -120, 20, 400)
        select new Setting(QuoteLives: lives, Expiry: expiry, TokenLives: token, Skew: skew);

    private static Gen<bool> Rarely(int often) => Gen.Frequency((often, Gen.Constant(false)), (1, Gen.Constant(true)));
}
