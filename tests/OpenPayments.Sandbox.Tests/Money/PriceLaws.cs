using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Tests.Money;

/// <summary>Rounding never costs the provider anything, in any pair of assets and scales.</summary>
public class PriceLaws
{
    private static readonly PriceList Prices = new(FixedFeeMicroDollars: 300_000, FeeBasisPoints: 150, SpreadBasisPoints: 50);

    private static readonly Arbitrary<(ulong Amount, Asset From, Asset To)> Cases = (
        from digits in Gen.Choose(1, 7)
        from low in Gen.Choose(0, int.MaxValue)
        from high in Gen.Choose(0, int.MaxValue)
        from a in Asset
        from b in Asset
        select ((((ulong)high << 31) | (uint)low) % (ulong)Math.Pow(10, digits) + 1, a, b)).ToArbitrary();

    private static Gen<Asset> Asset => from code in Gen.Elements("USD", "EUR", "MXN", "JPY") from scale in Gen.Choose(0, 9) select new Asset(code, scale);

    [Fact]
    public void A_price_for_a_receive_amount_brings_exactly_that() => Holds((amount, from, to) =>
    {
        var price = Prices.ForReceive(amount, from, to);
        return price.Receive == amount && price.Net >= 1 && price.Fee >= 1;
    });

    [Fact]
    public void What_is_sent_after_the_fee_is_worth_at_least_what_arrives() => Holds((amount, from, to) =>
        IsWorthAtLeast(Prices.ForReceive(amount, from, to), from, to) && (Prices.ForDebit(amount, from, to) is not { } price || IsWorthAtLeast(price, from, to)));

    [Fact]
    public void A_price_for_a_debit_amount_costs_exactly_that() => Holds((amount, from, to) =>
        Prices.ForDebit(amount, from, to) is not { } price || (price.Debit == amount && price.Fee + price.Net == amount && price.Receive >= 1));

    [Fact]
    public void What_a_debit_brings_could_be_had_for_no_more_than_that_debit() => Holds((amount, from, to) =>
        Prices.ForDebit(amount, from, to) is not { } price || Prices.ForReceive(price.Receive, from, to).Debit <= amount);

    [Fact]
    public void The_debit_of_a_receive_amount_brings_no_less_than_it() => Holds((amount, from, to) =>
    {
        var debit = Prices.ForReceive(amount, from, to).Debit;
        return Prices.ForDebit(debit, from, to)!.Receive >= amount;
    });

    [Fact]
    public void There_and_back_again_never_gains() => Holds((amount, from, to) =>
        Prices.ForDebit(amount, from, to) is not { } there || Prices.ForDebit(there.Receive, to, from) is not { } back || back.Receive < amount);

    [Fact]
    public void One_unit_less_than_the_least_that_can_be_sent_brings_nothing() => Holds((_, from, to) =>
        Prices.ForDebit(Prices.ForReceive(1, from, to).Debit - 1, from, to) is null);

    [Fact]
    public void A_debit_beyond_uint64_is_an_overflow_and_not_a_small_number()
        => Assert.Throws<OverflowException>(() => Prices.ForReceive(ulong.MaxValue, new Asset("USD", 2), new Asset("USD", 2)));

    private static bool IsWorthAtLeast(Price price, Asset from, Asset to)
        => price.Net * ExchangeRates.MicroDollars(from.Code) * to.UnitsInOne >= price.Receive * ExchangeRates.MicroDollars(to.Code) * from.UnitsInOne;

    private static void Holds(Func<ulong, Asset, Asset, bool> law)
        => Prop.ForAll(Cases, c => law(c.Amount, c.From, c.To)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
