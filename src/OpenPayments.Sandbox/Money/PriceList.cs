using System.Numerics;

namespace OpenPayments.Sandbox.Money;

/// <summary>A provider's charges. Every division rounds in the provider's favour, so no sequence of payments makes money out of rounding.</summary>
/// <param name="FixedFeeMicroDollars">Charged once a payment, in millionths of a US dollar.</param>
/// <param name="FeeBasisPoints">Charged on what is sent, in hundredths of a per cent.</param>
/// <param name="SpreadBasisPoints">Added to the rate when the currencies differ, in hundredths of a per cent.</param>
internal sealed record PriceList(int FixedFeeMicroDollars, int FeeBasisPoints, int SpreadBasisPoints)
{
    private const int Whole = 10_000;

    /// <summary>The price of a payment that must bring exactly <paramref name="receive"/>. Throws <see cref="OverflowException"/> when the debit is beyond uint64.</summary>
    public Price ForReceive(ulong receive, Asset from, Asset to)
    {
        var (up, down) = Rate(from, to);
        var net = DivideUp(receive * down, up);
        var fee = Fee(net, from);
        return new Price((ulong)(net + fee), (ulong)fee, receive);
    }

    /// <summary>The price of a payment that must cost exactly <paramref name="debit"/>; null when nothing would arrive.</summary>
    public Price? ForDebit(ulong debit, Asset from, Asset to)
    {
        var (up, down) = Rate(from, to);
        // the largest net with net + Fee(net) <= debit: rounding the fee up and this down meet exactly
        var net = (debit - FixedFee(from)) * Whole / (Whole + FeeBasisPoints);
        if (net <= 0) return null;
        var receive = net * up / down;
        return receive.IsZero ? null : new Price(debit, (ulong)(debit - net), (ulong)receive);
    }

    private BigInteger Fee(BigInteger net, Asset asset) => FixedFee(asset) + DivideUp(net * FeeBasisPoints, Whole);

    private BigInteger FixedFee(Asset asset) => DivideUp(FixedFeeMicroDollars * asset.UnitsInOne, ExchangeRates.MicroDollars(asset.Code));

    /// <summary>Units of <paramref name="to"/> per unit of <paramref name="from"/>, as a fraction.</summary>
    private (BigInteger Up, BigInteger Down) Rate(Asset from, Asset to)
    {
        var spread = from.Code == to.Code ? 0 : SpreadBasisPoints;
        return (ExchangeRates.MicroDollars(from.Code) * to.UnitsInOne * Whole,
                ExchangeRates.MicroDollars(to.Code) * from.UnitsInOne * (Whole + spread));
    }

    private static BigInteger DivideUp(BigInteger dividend, BigInteger divisor) => (dividend + divisor - 1) / divisor;
}
