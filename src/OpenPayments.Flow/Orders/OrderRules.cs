using System.Globalization;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What can be said of an order before anyone is asked. Each rule is null where nothing is wrong.</summary>
internal static class OrderRules
{
    private const string MustBeWeb = "must be an absolute https URL without user name, password and fragment.";

    public static OrderError? Wallet(string field, Uri uri) =>
        Urls.IsWeb(uri) ? null : new(field, $"The {(field is "Sender" ? "sender's wallet address" : "wallet address")} {MustBeWeb}");

    public static OrderError? Parties(Uri sender, Uri receiver) =>
        !Urls.IsWeb(sender) ? new("Sender", $"The sender's wallet address {MustBeWeb}")
        : !Urls.IsWeb(receiver) ? new("Receiver", $"The receiver's wallet address {MustBeWeb}")
        : Urls.AreSame(sender, receiver) ? new("Receiver", "Sender and receiver are the same wallet address.")
        : null;

    public static OrderError? Amount(string field, Amount amount) =>
        amount.Value == 0 ? new($"{field}.Value", "The amount is 0; it must be at least 1 of the asset's smallest unit.")
        : amount.AssetScale is < 0 or > 255 ? new($"{field}.AssetScale", "The asset scale must be 0 to 255.")
        : !IsWord(amount.AssetCode) ? new($"{field}.AssetCode", "The asset code must be one word; it is the wallet's, such as USD.")
        : null;

    public static OrderError? Most(string field, Amount? most) => most is null ? null : Amount(field, most);

    public static OrderError? Finish(Uri uri) =>
        !uri.IsAbsoluteUri || !Urls.IsWeb(WithoutFragment(uri))
            ? new("FinishUri", "The finish URI must be an absolute URL that the payer's browser can reach, without user name and password.")
        : !CanFinish(uri) ? new("FinishUri",
            "The finish URI must have no fragment (RFC 9635 section 2.5.2) and no parameter hash, interact_ref or result: the wallet adds these.")
        : null;

    public static OrderError? Object(string? metadata, string field = "Metadata") => JsonObjects.WhyNot(metadata) is { } why ? new(field, why) : null;

    public static OrderError? Periods(string? interval) => interval is null
        ? new("Interval", "The interval is missing: write it as R12/2026-12-01T00:00:00Z/P1M.")
        : Recurrence.Parse(interval).MatchUnsafe<OrderError?>(Right: _ => null, Left: error => new("Interval", error.Why));

    public static OrderError? Limited(Limit limit) =>
        limit is { DebitAmount: null, ReceiveAmount: null } or { DebitAmount: not null, ReceiveAmount: not null }
            ? new("Limit", "The limit must name the debited or the received amount, and not both.")
            : Amount(limit.DebitAmount is null ? "Limit.ReceiveAmount" : "Limit.DebitAmount", (limit.DebitAmount ?? limit.ReceiveAmount)!)
                ?? (limit.Interval is not null && Periods(limit.Interval) is { } error ? error with { Field = "Limit.Interval" } : null);

    public static OrderError? Split(Uri sender, ValueList<Share> shares) =>
        shares.Count < 2 ? new("Shares", "A split payment has two payees or more.")
        : shares.Where((share, i) => shares.Take(i).Any(other => Urls.AreSame(other.Receiver, share.Receiver))).Any()
            ? new("Shares", "Two shares go to the same wallet address: make them one.")
        : shares.Select((share, i) => Share(sender, share, string.Create(CultureInfo.InvariantCulture, $"Shares[{i}]"))).FirstOrDefault(error => error is not null);

    /// <summary>A payment that is ordered under a grant.</summary>
    public static OrderError? Future(Uri sender, FuturePayment payment) =>
        Parties(sender, payment.Receiver) ?? Amount("IncomingAmount", payment.IncomingAmount) ?? Object(payment.Metadata);

    private static OrderError? Share(Uri sender, Share share, string at) => Parties(sender, share.Receiver) is { } error
        ? error with { Field = $"{at}.{error.Field}" }
        : Amount($"{at}.IncomingAmount", share.IncomingAmount);

    private static bool IsWord(string text) => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));

    private static Uri WithoutFragment(Uri uri) => uri.Fragment.Length == 0 ? uri : new Uri(uri.GetLeftPart(UriPartial.Query));

    private static bool CanFinish(Uri uri) => uri.Fragment.Length == 0
        && !uri.Query.TrimStart('?').Split('&').Any(parameter => Uri.UnescapeDataString(parameter.Split('=')[0]) is "hash" or "interact_ref" or "result");
}
