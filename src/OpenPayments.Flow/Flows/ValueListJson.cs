using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Flow;

/// <summary>Lists as JSON arrays, without reflection. A null in one is refused, as everywhere in a state.</summary>
internal abstract class ValueListConverter<T>(Func<JsonTypeInfo<T[]>> items) : JsonConverter<ValueList<T>>
    where T : class
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize(ref reader, items());
        return read is not null && Array.TrueForAll(read, item => item is not null) ? new ValueList<T>(read) : throw new JsonException("A list in a state, and each of its items, is never null.");
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, [.. value], items());
}

internal sealed class FactsConverter() : ValueListConverter<Fact>(() => FlowJsonContext.Default.FactArray);

internal sealed class OutcomesConverter() : ValueListConverter<Outcome>(() => FlowJsonContext.Default.OutcomeArray);

internal sealed class SharesConverter() : ValueListConverter<Share>(() => FlowJsonContext.Default.ShareArray);

internal sealed class FuturePaymentsConverter() : ValueListConverter<FuturePayment>(() => FlowJsonContext.Default.FuturePaymentArray);
