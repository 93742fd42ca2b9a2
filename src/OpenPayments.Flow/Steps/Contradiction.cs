using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>Compares an answer with what was asked for. The first difference is told with both sides.</summary>
internal static class Contradiction
{
    /// <summary>The first difference; null where there is none.</summary>
    public static string? First(params ReadOnlySpan<string?> differences)
    {
        foreach (var difference in differences)
        {
            if (difference is not null) return difference;
        }
        return null;
    }

    /// <summary>A resource's own URL must be one that can be called.</summary>
    public static string? Id(Uri id) => Urls.IsWeb(id) ? null : $"its id is \"{Shown(id)}\", which is no absolute http(s) URL";

    /// <summary>Both must name the same resource. What the answer leaves out contradicts nothing.</summary>
    public static string? Url(string what, Uri? answered, Uri asked) =>
        answered is null || Urls.AreSame(answered, asked) ? null : $"its {what} is {Shown(answered)}, and {Shown(asked)} was asked for";

    /// <summary>Both must be the same amount of the same asset.</summary>
    public static string? Amount(string what, Amount? answered, Amount? asked) =>
        answered == asked ? null : $"its {what} is {Shown(answered)}, and {Shown(asked)} was asked for";

    /// <summary>The amount must be in this asset.</summary>
    public static string? Asset(string what, Amount? answered, string code, int scale) =>
        answered is null || (answered.AssetCode == code && answered.AssetScale == scale) ? null
        : $"its {what} is in {answered.AssetCode} at scale {answered.AssetScale}, and the wallet holds {code} at scale {scale}";

    /// <summary>An answer before money was asked for: the payment ends, with nothing paid.</summary>
    public static Reason Of(Stage stage, string what, string difference) => new(Reason.Codes.AnswerMismatch, stage.Step,
        $"The server's {what} contradicts the request: {difference}.",
        "Nothing was paid. Report it to the provider.", Fault.Provider);

    /// <summary>A success in a form that these documents do not know: a newer server's.</summary>
    public static Reason Newer(Stage stage) => new(Reason.Codes.UnreadableAnswer, stage.Step,
        "The server's answer is of a kind that the specification, as this release knows it, does not have.",
        "Nothing was paid. Report it to the provider, or look for a newer release.", Fault.Provider);

    /// <summary>For people: "10.00 USD".</summary>
    public static string Shown(Amount? amount) => amount is null ? "no amount" : Money.Of(amount).Match(Right: money => money.ToString(), Left: _ => Text.Of(amount));

    private static string Shown(Uri uri) => uri.OriginalString.Length <= 200 ? uri.OriginalString : uri.OriginalString[..200] + "…";
}
