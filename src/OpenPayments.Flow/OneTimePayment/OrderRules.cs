using System.Text.Json;

namespace OpenPayments.Flow;

/// <summary>What can be said of an order before anyone is asked.</summary>
internal static class OrderRules
{
    public static OrderError? Check(PaymentOrder order) =>
        order.IncomingAmount.Value == 0 ? new("IncomingAmount.Value", "The amount is 0; it must be at least 1 of the asset's smallest unit.")
        : order.IncomingAmount.AssetScale is < 0 or > 255 ? new("IncomingAmount.AssetScale", "The asset scale must be 0 to 255.")
        : !IsWord(order.IncomingAmount.AssetCode) ? new("IncomingAmount.AssetCode", "The asset code must be one word; it is the receiver's, such as USD.")
        : !IsWeb(order.Sender) ? new("Sender", "The sender's wallet address must be an absolute https URL without user name and password.")
        : !IsWeb(order.Receiver) ? new("Receiver", "The receiver's wallet address must be an absolute https URL without user name and password.")
        : order.Sender == order.Receiver ? new("Receiver", "Sender and receiver are the same wallet address.")
        : !IsWeb(order.FinishUri) ? new("FinishUri", "The finish URI must be an absolute URL that the payer's browser can reach, without user name and password.")
        : !CanFinish(order.FinishUri) ? new("FinishUri", "The finish URI must have no fragment (RFC 9635 section 2.5.2) and no parameter hash, interact_ref or result: the wallet adds these.")
        : !IsObject(order.Metadata) ? new("Metadata", "The metadata must be a JSON object.")
        : null;

    private static bool IsWord(string text) => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));

    /// <summary>http is left to the host's URL policy, which allows it on loopback for development.</summary>
    private static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static bool CanFinish(Uri uri) => uri.Fragment.Length == 0
        && !uri.Query.TrimStart('?').Split('&').Any(parameter => Uri.UnescapeDataString(parameter.Split('=')[0]) is "hash" or "interact_ref" or "result");

    /// <summary>Read here the way it is read when it is sent, so that nothing is begun that cannot be.</summary>
    private static bool IsObject(string? json)
    {
        if (json is null) return true;
        try
        {
            return JsonSerializer.Deserialize(json, PaymentJsonContext.Default.IReadOnlyDictionaryStringJsonElement) is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // not JSON, or text that is not Unicode: half of a surrogate pair, escaped or not
            return false;
        }
    }
}
