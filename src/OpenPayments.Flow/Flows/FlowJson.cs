using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Flow;

/// <summary>
/// States as JSON, to be kept by a host. What is written holds tokens and nonces in plain text: encrypt it at rest. What is read is
/// read strictly: an unknown member or a missing one means that another version wrote it, and that is better known at once. Only a
/// member with a default may be missing, so that a new one can be added while payments are under way; null is written out.
/// </summary>
public static class FlowJson
{
    /// <summary>UTF-8 JSON of a state.</summary>
    public static byte[] Write(FlowState state) => JsonSerializer.SerializeToUtf8Bytes(state, FlowJsonContext.Default.FlowState);

    /// <summary>The state that <see cref="Write"/> wrote, equal to the one it was given.</summary>
    /// <exception cref="JsonException">The text is no state of this version.</exception>
    public static FlowState Read(byte[] json) => Strictly(() => JsonSerializer.Deserialize(json, FlowJsonContext.Default.FlowState));

    internal static T Strictly<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new JsonException("A state is never null.");
        }
        catch (NotSupportedException e)
        {
            // the serialiser's word for a state that does not say which it is
            throw new JsonException("A state says which it is in the members \"flow\", \"at\", \"stage\" and \"fact\".", e);
        }
    }
}

/// <summary>The progress of a plan of one's own, as <see cref="FlowJson"/> writes those of the guides.</summary>
public static class ProgressJson
{
    /// <summary>UTF-8 JSON of a progress. It holds tokens in plain text: encrypt it at rest.</summary>
    public static byte[] Write(Progress progress) => JsonSerializer.SerializeToUtf8Bytes(progress, FlowJsonContext.Default.Progress);

    /// <summary>The progress that <see cref="Write"/> wrote, equal to the one it was given.</summary>
    /// <exception cref="JsonException">The text is no progress of this version.</exception>
    public static Progress Read(byte[] json) => FlowJson.Strictly(() => JsonSerializer.Deserialize(json, FlowJsonContext.Default.Progress));
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters = [typeof(FactsConverter), typeof(OutcomesConverter), typeof(SharesConverter), typeof(FuturePaymentsConverter)])]
[JsonSerializable(typeof(FlowState))]
[JsonSerializable(typeof(Fact[]))]
[JsonSerializable(typeof(Outcome[]))]
[JsonSerializable(typeof(Share[]))]
[JsonSerializable(typeof(FuturePayment[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
internal sealed partial class FlowJsonContext : JsonSerializerContext;
