using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Tests.Money;

/// <summary>An amount in one asset that is to become one in another.</summary>
public sealed record Trade(ulong Amount, Asset From, Asset To);

/// <summary>Amounts of all sizes, in any two assets of any scale; shrinks to small amounts.</summary>
public static class Trades
{
    public static Arbitrary<Trade> Any() => Arb.From(Trading, Smaller);

    private static Gen<Trade> Trading =>
        from digits in Gen.Choose(1, 7)
        from low in Gen.Choose(0, int.MaxValue)
        from high in Gen.Choose(0, int.MaxValue)
        from a in Asset
        from b in Asset
        select new Trade((((ulong)high << 31) | (uint)low) % (ulong)Math.Pow(10, digits) + 1, a, b);

    private static Gen<Asset> Asset => from code in Gen.Elements("USD", "EUR", "MXN", "JPY") from scale in Gen.Choose(0, 9) select new Asset(code, scale);

    private static IEnumerable<Trade> Smaller(Trade trade) =>
        new[] { 1UL, trade.Amount / 2, trade.Amount - 1 }.Where(amount => amount > 0 && amount < trade.Amount).Distinct().Select(amount => trade with { Amount = amount });
}
