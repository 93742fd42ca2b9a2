using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>
/// Amounts as people read and write them. It is done on the digits: at scale 255 no number type of the framework holds one unit.
/// </summary>
internal static class MoneyText
{
    private const int LongestEcho = 20;

    public static string Print(Money money)
    {
        var scale = money.Asset.Scale;
        var digits = money.Value.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return scale == 0 ? $"{digits} {money.Asset.Code}" : $"{digits[..^scale]}.{digits[^scale..]} {money.Asset.Code}";
    }

    public static Either<MoneyError, Money> Parse(string text, Asset asset)
    {
        var (number, code) = text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, asset.Code);
        return code == asset.Code ? ParseNumber(number, asset) : Left<MoneyError, Money>(Asset.IsCode(code)
            ? new MoneyError.OtherAsset(asset.Code, code.Length <= LongestEcho ? code : "another asset")
            : NotWritten(asset));
    }

    private static Either<MoneyError, Money> ParseNumber(string number, Asset asset)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var (whole, decimals) = point < 0 ? (number, "") : (number[..point], number[(point + 1)..]);
        if (!AreDigits(whole) || (point >= 0 && !AreDigits(decimals)) || whole is ['0', _, ..]) return Left<MoneyError, Money>(NotWritten(asset));
        if (decimals.Length > asset.Scale) return Left<MoneyError, Money>(TooFine(asset));
        return ulong.TryParse((whole + decimals.PadRight(asset.Scale, '0')).TrimStart('0').PadLeft(1, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Right<MoneyError, Money>(new Money(value, asset))
            : Left<MoneyError, Money>(new MoneyError.TooLarge(new Money(ulong.MaxValue, asset)));
    }

    private static bool AreDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static MoneyError.NotAnAmount NotWritten(Asset asset) =>
        new($"An amount is written in digits, with a point before the decimals, such as {Example(asset)}: no signs, separators, exponents or leading zeros.");

    private static MoneyError.NotAnAmount TooFine(Asset asset) => new(asset.Scale == 0
        ? $"{asset.Code} has no decimals: write an amount such as {Example(asset)}."
        : $"{asset.Code} has {asset.Scale} decimals and no more: write an amount such as {Example(asset)}.");

    /// <summary>Ten units of the asset, or what is short enough to be read.</summary>
    private static string Example(Asset asset) => asset.Scale is > 0 and <= 10 ? $"10.{new string('0', asset.Scale)} {asset.Code}" : $"10 {asset.Code}";
}
