using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Flow;

/// <summary>
/// States as JSON, to be kept by a host. What is written holds tokens and nonces in plain text: encrypt it at rest. What is read is
/// read strictly: an unknown member or a missing one means that another version wrote it, and that is better known at once. Only a
/// member with a default may be missing, so that a new one can be added while payments are under way; null is written out.
/// </summary>
public static class PaymentJson
{
    /// <summary>UTF-8 JSON of a state.</summary>
    public static byte[] Write(Payment payment) => JsonSerializer.SerializeToUtf8Bytes(payment, PaymentJsonContext.Default.Payment);

    /// <summary>The state that <see cref="Write"/> wrote, equal to the one it was given.</summary>
    /// <exception cref="JsonException">The text is no state of this version.</exception>
    public static Payment Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PaymentJsonContext.Default.Payment) ?? throw new JsonException("A payment's state is never null.");
        }
        catch (NotSupportedException e)
        {
            // the serialiser's word for a state that does not say which it is
            throw new JsonException("A payment's state says which it is in the member \"at\".", e);
        }
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
internal sealed partial class PaymentJsonContext : JsonSerializerContext;
