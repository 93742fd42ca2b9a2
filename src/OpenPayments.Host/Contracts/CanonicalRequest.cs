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
            if (order.Metadata is { } metadata) WriteMetadata(json, metadata);
            json.WriteEndArray();
        }
        return buffer.ToArray();
    }

    // as servers read it, and then what they do not read as it is written: such a number makes another request, not the same one
    private static void WriteMetadata(Utf8JsonWriter json, string metadata)
    {
        json.WriteRawValue(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(metadata)));
        using var document = JsonDocument.Parse(metadata);
        foreach (var (pointer, exactly) in LossyNumbers.In(document.RootElement))
        {
            json.WriteStringValue(pointer);
            json.WriteStringValue(exactly);
        }
    }
}
