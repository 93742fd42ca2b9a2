using System.Text;
using System.Text.Json;
using OpenPayments.Client;
using OpenPayments.Flow;

namespace OpenPayments.Host.Contracts;

/// <summary>Bytes that are the same for two bodies exactly when they order the same payment, however they are written.</summary>
internal static class CanonicalRequest
{
    public static byte[] Of(OneTimePayment order, Uri? returnUrl)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(order.Sender.AbsoluteUri);
            json.WriteStringValue(order.Receiver.AbsoluteUri);
            json.WriteNumberValue(order.IncomingAmount.Value);
            json.WriteStringValue(order.IncomingAmount.AssetCode);
            json.WriteNumberValue(order.IncomingAmount.AssetScale);
            json.WriteStringValue(returnUrl?.AbsoluteUri);
            // as servers read it; an order with a number that they would read as another is not taken
            if (order.Metadata is { } metadata) json.WriteRawValue(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(metadata)));
            json.WriteEndArray();
        }
        return buffer.ToArray();
    }
}
