using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>A currency at a scale, as a wallet address names it: amounts are whole numbers of its smallest unit, 10^-<c>Scale</c> of one.</summary>
/// <param name="Code">One word, compared letter by letter: USD, MXN, JPY, XRP.</param>
/// <param name="Scale">How many digits stand behind the decimal point: 2 for cents, 0 for yen; 0 to 255.</param>
/// <exception cref="ArgumentException">The code is not one word, or the scale not 0 to 255. For what comes from outside there is <see cref="Of"/>.</exception>
public sealed record Asset(string Code, int Scale)
{
    private const int LargestScale = 255;

    /// <summary>One word, compared letter by letter: USD, MXN, JPY, XRP.</summary>
    public string Code { get; } = IsCode(Code) ? Code : throw new ArgumentException(MoneyError.NotAnAsset.BadCode, nameof(Code));

    /// <summary>How many digits stand behind the decimal point: 2 for cents, 0 for yen; 0 to 255.</summary>
    public int Scale { get; } = IsScale(Scale) ? Scale : throw new ArgumentException(MoneyError.NotAnAsset.BadScale, nameof(Scale));

    /// <summary>The asset of a wallet address or an amount from outside, or what is wrong with it (<c>Left</c>).</summary>
    public static Either<MoneyError, Asset> Of(string code, int scale) =>
        !IsCode(code) ? Left<MoneyError, Asset>(new MoneyError.NotAnAsset(MoneyError.NotAnAsset.BadCode))
        : !IsScale(scale) ? Left<MoneyError, Asset>(new MoneyError.NotAnAsset(MoneyError.NotAnAsset.BadScale))
        : Right<MoneyError, Asset>(new Asset(code, scale));

    /// <summary>"USD at scale 2".</summary>
    public override string ToString() => $"{Code} at scale {Scale}";

    internal static bool IsCode(string? text) => text is { Length: > 0 } && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));

    private static bool IsScale(int scale) => scale is >= 0 and <= LargestScale;
}
