using System.Globalization;

namespace OpenPayments.Flow;

/// <summary>A refusal as a reason, in the server's own words where it had any.</summary>
internal static class Refusals
{
    public static Reason Explain(Stage s, Refusal refusal)
    {
        var (step, said) = (s.Step, Said(s, refusal));
        var finding = s is Discovering;
        return refusal switch
        {
            { Code: Refusal.Codes.UrlRefused } when finding => new(Reason.Codes.UrlRefused, step, Why(s, refusal),
                "Give a wallet address that anyone can reach over https, as all that it names.", Fault.Order),
            { Code: Refusal.Codes.UrlRefused } => new(Reason.Codes.UrlRefused, step, Why(s, refusal),
                "Nothing was paid. Report it to the provider that gave this URL.", Fault.Provider),
            { Status: 404 or 410 } when finding => new(Reason.Codes.WalletAddressNotFound, step,
                $"There is no wallet address at this URL{said}.", "Check the wallet address.", Fault.Order),
            { Status: < 500 } when finding && !Troubles.IsPassing(refusal) => new(Reason.Codes.NotAWalletAddress, step,
                $"What answers at this URL is not a wallet address{said}.", "Check the wallet address.", Fault.Order),
            { Code: Refusal.Codes.Unreadable } => new(Reason.Codes.UnreadableAnswer, step,
                $"The server's answer is not what the specification says{said}.", "Nothing was paid. Report it to the provider.", Fault.Provider),
            { Status: 400, Description: { } words } when words.Contains("non-positive receive amount", StringComparison.OrdinalIgnoreCase) => new(Reason.Codes.AmountTooSmall, step,
                $"The amount does not cover the fees{Least(s, refusal)}.", "Nothing was paid. Pay a larger amount.", Fault.Order),
            { Status: 403, Description: { } words } when words.Trim().Equals("unauthorized", StringComparison.OrdinalIgnoreCase) => new(Reason.Codes.LimitExceeded, step,
                $"The payment is above what the payer's consent still allows{said}.", "Nothing was paid. Wait for the next window, pay less, or ask for a larger consent.", Fault.Payer),
            _ => new(Reason.Codes.Refused, step, $"The server refused{said}.",
                "Nothing was paid. What the server says is the reason; the payment can be started again.", Fault.Provider),
        };
    }

    private static string Why(Stage s, Refusal refusal) => Redaction.Tidy(s, refusal.Description ?? "The URL may not be called.");

    private static string Least(Stage s, Refusal refusal) => refusal.Details is { } details ? $" ({Redaction.Tidy(s, details)})" : "";

    private static string Said(Stage s, Refusal refusal)
    {
        var words = string.Join(": ", new[] { refusal.Code, refusal.Description }.Where(w => !string.IsNullOrWhiteSpace(w)));
        var status = refusal.Status == 0 ? "" : refusal.Status.ToString(CultureInfo.InvariantCulture);
        var said = string.Join(", ", new[] { status, Redaction.Tidy(s, words) }.Where(w => w.Length > 0));
        return said.Length == 0 ? "" : $" ({said})";
    }
}
