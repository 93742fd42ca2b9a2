using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;

namespace OpenPayments.Flow;

/// <summary>Lists as JSON arrays, without reflection. A null in one is refused, as everywhere in a state.</summary>
internal abstract class ValueListConverter<T> : JsonConverter<ValueList<T>>
    where T : class
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize(ref reader, Items(options));
        return read is not null && Array.TrueForAll(read, item => item is not null)
            ? new ValueList<T>(read)
            : throw new JsonException("A list in a state, and each of its items, is never null.");
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value], Items(options));

    private static JsonTypeInfo<T[]> Items(JsonSerializerOptions options) => (JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]));
}

internal sealed class EntriesConverter : ValueListConverter<JournalEntry>;

internal sealed class AuthoritiesConverter : ValueListConverter<Authority>;

internal sealed class OutcomesConverter : ValueListConverter<Outcome>;

internal sealed class NumberedOutcomesConverter : ValueListConverter<NumberedOutcome>;

internal sealed class SharesConverter : ValueListConverter<Share>;
