using System.Runtime.InteropServices;
using System.Text.Json;

namespace OpenPayments.Client;

/// <summary>Writes any JSON value as <c>JSON.stringify(JSON.parse(value))</c> prints it.</summary>
internal static class CanonicalElement
{
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(writer, value); break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String: WriteString(writer, JsonMarshal.GetRawUtf8Value(value)); break;
            case JsonValueKind.Number: WriteNumber(writer, JsonMarshal.GetRawUtf8Value(value)); break;
            default: value.WriteTo(writer); break;
        }
    }

    public static void WriteMembers(Utf8JsonWriter writer, MemberOrder members)
    {
        writer.WriteStartObject();
        foreach (var member in members.InOrder())
        {
            writer.WritePropertyName(member.Key);
            Write(writer, member.Value);
        }
        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        var members = new MemberOrder();
        foreach (var member in value.EnumerateObject())
            members.Add(JsonText.Unescape(JsonMarshal.GetRawUtf8PropertyName(member)), member.Value);
        WriteMembers(writer, members);
    }

    // without an escape nothing in a valid string needs one: then it is already as it will be printed
    private static void WriteString(Utf8JsonWriter writer, ReadOnlySpan<byte> quoted)
    {
        if (quoted.Contains((byte)'\\')) writer.WriteStringValue(JsonText.Unescape(quoted[1..^1]));
        else writer.WriteRawValue(quoted, skipInputValidation: true);
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> number)
    {
        if (EcmaNumber.IsPlain(number))
        {
            writer.WriteRawValue(number, skipInputValidation: true);
            return;
        }
        Span<byte> text = stackalloc byte[EcmaNumber.MaxLength];
        writer.WriteRawValue(text[..EcmaNumber.Format(number, text)], skipInputValidation: true);
    }
}
