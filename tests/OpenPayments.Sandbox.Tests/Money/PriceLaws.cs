using FsCheck.Xunit;
using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Tests.Money;

/// <summary>Rounding never costs the provider anything, in any pair of assets and scales.</summary>
[Properties(Arbitrary = [typeof(Trades)], MaxTest = 2000)]
public class PriceLaws
{
    private static readonly PriceList Prices = new(FixedFeeMicroDollars: 300_000, FeeBasisPoints: 150, SpreadBasisPoints: 50);

    [Property]
    public bool A_price_for_a_receive_amount_brings_exactly_that(Trade trade)
    {
        var (amount, from, to) = trade;
        var price = Prices.ForReceive(amount, from, to);
        return price.Receive == amount && price.Net >= 1 && price.Fee >= 1;
    }

    [Property]
    public bool What_is_sent_after_the_fee_is_worth_at_least_what_arrives(Trade trade) =>
        IsWorthAtLeast(Prices.ForReceive(trade.Amount, trade.From, trade.To), trade.From, trade.To) && (Prices.ForDebit(trade.Amount, trade.From, trade.To) is not { } price || IsWorthAtLeast(price, trade.From, trade.To));

    [Property]
    public bool A_price_for_a_debit_amount_costs_exactly_that(Trade trade) =>
        Prices.ForDebit(trade.Amount, trade.From, trade.To) is not { } price || (price.Debit == trade.Amount && price.Fee + price.Net == trade.Amount && price.Receive >= 1);

    [Property]
    public bool What_a_debit_brings_could_be_had_for_no_more_than_that_debit(Trade trade) =>
        Prices.ForDebit(trade.Amount, trade.From, trade.To) is not { } price || Prices.ForReceive(price.Receive, trade.From, trade.To).Debit <= trade.Amount;

    [Property]
    public bool The_debit_of_a_receive_amount_brings_no_less_than_it(Trade trade)
    {
        var (amount, from, to) = trade;
        var debit = Prices.ForReceive(amount, from, to).Debit;
        return Prices.ForDebit(debit, from, to)!.Receive >= amount;
    }

    [Property]
    public bool There_and_back_again_never_gains(Trade trade) =>
        Prices.ForDebit(trade.Amount, trade.From, trade.To) is not { } there || Prices.ForDebit(there.Receive, trade.To, trade.From) is not { } back || back.Receive < trade.Amount;

    [Property]
    public bool One_unit_less_than_the_least_that_can_be_sent_brings_nothing(Trade trade) =>
        Prices.ForDebit(Prices.ForReceive(1, trade.From, trade.To).Debit - 1, trade.From, trade.To) is null;

    [Fact]
    public void A_debit_beyond_uint64_is_an_overflow_and_not_a_small_number()
        => Assert.Throws<OverflowException>(() => Prices.ForReceive(ulong.MaxValue, new Asset("USD", 2), new Asset("USD", 2)));

    private static bool IsWorthAtLeast(Price price, Asset from, Asset to)
        => price.Net * ExchangeRates.MicroDollars(from.Code) * to.UnitsInOne >= price.Receive * ExchangeRates.MicroDollars(to.Code) * from.UnitsInOne;
}
