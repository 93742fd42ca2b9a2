using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Values;

/// <summary>What a quote costs, for people to read before they consent. Nothing is paid by these figures: the quote's amounts are what counts.</summary>
/// <param name="Debit">Leaves the payer's account, fees included.</param>
/// <param name="Receive">Arrives at the receiver's.</param>
/// <param name="Fee">
/// What leaves and does not arrive. Null where the two are not in the same asset at the same scale, because the fee is then inside the
/// rate; and where more arrives than leaves.
/// </param>
/// <param name="Rate">
/// How many units of the receiver's asset arrive for one unit of the payer's (for one dollar, not one cent), fees included: "0.883392".
/// A plain decimal number of at most <see cref="RateDigits"/> significant digits, rounded half to even. Null when nothing leaves.
/// </param>
public sealed record QuoteCost(Money Debit, Money Receive, Money? Fee, string? Rate)
{
    /// <summary>How many significant digits a rate has at most.</summary>
    public const int RateDigits = 6;

    /// <summary>The cost of the quote with these amounts, or what is wrong with one of their assets (<c>Left</c>).</summary>
    /// <param name="debitAmount">The quote's <c>debitAmount</c>.</param>
    /// <param name="receiveAmount">The quote's <c>receiveAmount</c>.</param>
    public static Either<MoneyError, QuoteCost> Of(Amount debitAmount, Amount receiveAmount) =>
        from debit in Money.Of(debitAmount)
        from receive in Money.Of(receiveAmount)
        select new QuoteCost(debit, receive, FeeOf(debit, receive), RateOf(debit, receive));

    private static Money? FeeOf(Money debit, Money receive) => debit.Minus(receive).MatchUnsafe<Money?>(Right: fee => fee, Left: _ => null);

    private static string? RateOf(Money debit, Money receive) => debit.Value == 0
        ? null
        : Ratio.Print(Ratio.Scaled(receive.Value, debit.Asset.Scale), Ratio.Scaled(debit.Value, receive.Asset.Scale), RateDigits);
}
