using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Generated;

/// <summary>
/// A text that must not be printed: an access token, a continuation token, a nonce, an interaction reference, a shared secret.
/// It equals another by value, goes into JSON as the plain string, and prints as <c>[redacted]</c> everywhere else.
/// </summary>
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret(string value) : IEquatable<Secret>
{
    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The text itself. Call it only where the text leaves for the server that issued it.</summary>
    public string Reveal() => _value;

    /// <inheritdoc />
    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Always <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";
}

/// <summary>Reads and writes a <see cref="Secret"/> as its plain text.</summary>
public sealed class SecretJsonConverter : JsonConverter<Secret>
{
    /// <inheritdoc />
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } text ? new Secret(text) : null;

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Reveal());
    }
}
