using System.Globalization;
using OpenPayments.Flow.Plans;

namespace OpenPayments.Flow.Steps;

/// <summary>A refusal as a reason, in the server's own words where it had any.</summary>
internal static class RefusalReasons
{
    public static Reason Of(Stage s, Refusal refusal) => refusal switch
    {
        { Code: Refusal.Codes.UrlRefused } => new(Reason.Codes.UrlRefused, s.Step, Why(s, refusal),
            "Nothing was paid. Report it to the provider that gave this URL.", Fault.Provider),
        { WasSent: false } => new(Reason.Codes.Refused, s.Step, $"The request could not be sent: {Why(s, refusal)}",
            "Nothing was paid. Report it to the provider that gave the token or the URL.", Fault.Provider),
        _ when RetryPolicy.IsAboutKey(refusal) => KeyNotAccepted(s, refusal),
        { Code: Refusal.Codes.Unreadable } => new(Reason.Codes.UnreadableAnswer, s.Step,
            $"The server's answer is not what the specification says{Said(s, refusal)}.", "Nothing was paid. Report it to the provider.", Fault.Provider),
        { Status: 400 } when RetryPolicy.Mentions(refusal, "non-positive receive amount") => new(Reason.Codes.AmountTooSmall, s.Step,
            $"The amount does not cover the fees{Least(s, refusal)}.", "Nothing was paid. Pay a larger amount.", Fault.Order),
        _ when RetryPolicy.IsAboutLimit(refusal) => new(Reason.Codes.LimitExceeded, s.Step,
            $"The payment is above what the payer's consent still allows{Said(s, refusal)}.",
            "Nothing was paid. Wait for the next window, pay less, or ask for a larger consent.", Fault.Payer),
        _ => new(Reason.Codes.Refused, s.Step, $"The server refused{Said(s, refusal)}.",
            "Nothing was paid. What the server says is the reason; the payment can be started again.", Fault.Provider),
    };

    /// <summary>The server's words and status in brackets, without secrets; empty where there are none.</summary>
    public static string Said(Stage s, Refusal refusal)
    {
        var words = string.Join(": ", new[] { refusal.Code, refusal.Description }.Where(w => !string.IsNullOrWhiteSpace(w)));
        var status = refusal.WasSent ? refusal.Status.ToString(CultureInfo.InvariantCulture) : "";
        var said = string.Join(", ", new[] { status, Redaction.Tidy(s, words) }.Where(w => w.Length > 0));
        return said.Length == 0 ? "" : $" ({said})";
    }

    public static string Why(Stage s, Refusal refusal) => Redaction.Tidy(s, refusal.Description ?? "The URL may not be called.");

    private static Reason KeyNotAccepted(Stage s, Refusal refusal)
    {
        var (server, key) = refusal.Signer is { } signer
            ? ($"The server {signer.Server.OriginalString}", $"the key \"{signer.KeyId}\" of {signer.WalletAddress.OriginalString}")
            : ("The server", "the key that signed the request");
        var look = refusal.Signer is { } s2 ? $"{s2.WalletAddress.OriginalString.TrimEnd('/')}/jwks.json" : "the client's wallet address (/jwks.json)";
        return new(Reason.Codes.KeyNotAccepted, s.Step, $"{server} does not accept {key}{Said(s, refusal)}.",
            $"Nothing was paid. Check that {look} publishes this key, and that the private key in use belongs to it.", Fault.Setup);
    }

    private static string Least(Stage s, Refusal refusal) => refusal.Details is { } details ? $" ({Redaction.Tidy(s, details)})" : "";
}
