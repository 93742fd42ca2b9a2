using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What can be said of an order before anyone is asked. Each rule is null where nothing is wrong.</summary>
internal static class OrderRules
{
    public static OrderError? Wallet(string field, Uri uri) => IsWeb(uri) ? null
        : new(field, $"The {Words(field)} must be an absolute https URL without user name and password.");

    public static OrderError? Parties(Uri sender, Uri receiver) => !IsWeb(sender) ? new("Sender", "The sender's wallet address must be an absolute https URL without user name and password.")
        : !IsWeb(receiver) ? new("Receiver", "The receiver's wallet address must be an absolute https URL without user name and password.")
        : sender == receiver ? new("Receiver", "Sender and receiver are the same wallet address.")
        : null;

    public static OrderError? Amount(string field, Amount amount) =>
        amount.Value == 0 ? new($"{field}.Value", "The amount is 0; it must be at least 1 of the asset's smallest unit.")
        : amount.AssetScale is < 0 or > 255 ? new($"{field}.AssetScale", "The asset scale must be 0 to 255.")
        : !IsWord(amount.AssetCode) ? new($"{field}.AssetCode", "The asset code must be one word; it is the wallet's, such as USD.")
        : null;

    public static OrderError? Finish(Uri uri) =>
        !IsWeb(uri) ? new("FinishUri", "The finish URI must be an absolute URL that the payer's browser can reach, without user name and password.")
        : !CanFinish(uri) ? new("FinishUri", "The finish URI must have no fragment (RFC 9635 section 2.5.2) and no parameter hash, interact_ref or result: the wallet adds these.")
        : null;

    public static OrderError? Object(string? metadata, string field = "Metadata") => JsonObjects.IsOne(metadata) ? null : new(field, "The metadata must be a JSON object.");

    public static OrderError? Periods(string? interval) => interval is null ? new("Interval", "The interval is missing: write it as R12/2026-12-01T00:00:00Z/P1M.")
        : Recurrence.Parse(interval).MatchUnsafe<OrderError?>(Right: _ => null, Left: error => new("Interval", error.Why));

    public static OrderError? Limited(Limit limit) =>
        limit is { DebitAmount: null, ReceiveAmount: null } or { DebitAmount: not null, ReceiveAmount: not null }
            ? new("Limit", "The limit must name the debited or the received amount, and not both.")
            : Amount(limit.DebitAmount is null ? "Limit.ReceiveAmount" : "Limit.DebitAmount", (limit.DebitAmount ?? limit.ReceiveAmount)!)
                ?? (limit.Interval is null ? null : Periods(limit.Interval) is { } error ? error with { Field = "Limit.Interval" } : null);

    public static OrderError? Split(Uri sender, ValueList<Share> shares) => shares.Count < 2 ? new("Shares", "A split payment has two payees or more.")
        : shares.Select(share => share.Receiver).Distinct().Count() < shares.Count ? new("Shares", "Two shares go to the same wallet address: make them one.")
        : First(shares, (share, at) => Parties(sender, share.Receiver) is { } error ? error with { Field = $"{at}.{error.Field}" } : Amount($"{at}.IncomingAmount", share.IncomingAmount), "Shares");

    public static OrderError? Future(Uri sender, ValueList<FuturePayment> payments) => First(payments, (payment, at) =>
        Parties(sender, payment.Receiver) is { } error ? error with { Field = $"{at}.{error.Field}" }
        : Amount($"{at}.IncomingAmount", payment.IncomingAmount) ?? Object(payment.Metadata, $"{at}.Metadata"), "Payments");

    private static OrderError? First<T>(IEnumerable<T> items, Func<T, string, OrderError?> rule, string field) =>
        items.Select((item, i) => rule(item, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"))).FirstOrDefault(error => error is not null);

    private static string Words(string field) => field is "Sender" ? "sender's wallet address" : "wallet address";

    private static bool IsWord(string text) => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));

    /// <summary>http is left to the host's URL policy, which allows it on loopback for development.</summary>
    private static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static bool CanFinish(Uri uri) => uri.Fragment.Length == 0
        && !uri.Query.TrimStart('?').Split('&').Any(parameter => Uri.UnescapeDataString(parameter.Split('=')[0]) is "hash" or "interact_ref" or "result");
}
