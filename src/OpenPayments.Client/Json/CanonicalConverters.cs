using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Client;

/// <summary>Free-form members such as <c>metadata</c>: the one place in a request where the caller chooses names and numbers.</summary>
internal sealed class CanonicalMembersConverter : JsonConverter<IReadOnlyDictionary<string, JsonElement>>
{
    public override IReadOnlyDictionary<string, JsonElement> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.HasValueSequence ? JsonText.Unescape(System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence)) : JsonText.Unescape(reader.ValueSpan);
            _ = reader.Read();
            members[name] = JsonElement.ParseValue(ref reader);
        }
        return members;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> value, JsonSerializerOptions options)
    {
        var members = new MemberOrder();
        foreach (var member in value) members.Add(member.Key, member.Value);
        CanonicalElement.WriteMembers(writer, members);
    }
}

/// <summary>A single free-form value.</summary>
internal sealed class CanonicalElementConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => CanonicalElement.Write(writer, value);
}
