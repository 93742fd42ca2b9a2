using System.Text.Json;

namespace OpenPayments.Flow;

/// <summary>What can be said of an order before anyone is asked.</summary>
internal static class OrderRules
{
    public static OrderError? Check(PaymentOrder order) =>
        order.IncomingAmount.Value == 0 ? new("IncomingAmount.Value", "The amount is 0; it must be at least 1 of the asset's smallest unit.")
        : order.IncomingAmount.AssetScale is < 0 or > 255 ? new("IncomingAmount.AssetScale", "The asset scale must be 0 to 255.")
        : string.IsNullOrWhiteSpace(order.IncomingAmount.AssetCode) ? new("IncomingAmount.AssetCode", "The asset code is empty; it is the receiver's, such as USD.")
        : !IsWeb(order.Sender) ? new("Sender", "The sender's wallet address must be an absolute https URL.")
        : !IsWeb(order.Receiver) ? new("Receiver", "The receiver's wallet address must be an absolute https URL.")
        : order.Sender == order.Receiver ? new("Receiver", "Sender and receiver are the same wallet address.")
        : !IsWeb(order.FinishUri) ? new("FinishUri", "The finish URI must be an absolute URL that the payer's browser can reach.")
        : !IsObject(order.Metadata) ? new("Metadata", "The metadata must be a JSON object.")
        : null;

    /// <summary>http is left to the host's URL policy, which allows it on loopback for development.</summary>
    private static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static bool IsObject(string? json)
    {
        if (json is null) return true;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
