using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Http;

/// <summary>
/// Reads request bodies as strictly as the documents are written: unknown and repeated members, numbers for amounts and a wrong content type
/// are refused, so that a client's slip shows here and not in production.
/// </summary>
internal static partial class StrictJson
{
    private static readonly JsonSerializerOptions Options = new(OpenPaymentsJsonContext.Default.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the body, or throws what <paramref name="refuse"/> makes of the reason.</summary>
    public static T Read<T>(SignedRequest request, Func<int, string, RefusedException> refuse) => Read(request, TypeOf<T>(), refuse);

    public static T Read<T>(SignedRequest request, JsonTypeInfo<T> type, Func<int, string, RefusedException> refuse)
    {
        if (request.Header("Content-Type")?.Split(';')[0].Trim() != "application/json") throw refuse(415, "the content type must be application/json");
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return Fault(document.RootElement) is { } fault ? throw refuse(400, fault) : Read(document.RootElement, type, refuse);
        }
        catch (JsonException e)
        {
            throw refuse(400, $"the body is not JSON: {e.Message}");
        }
    }

    public static T Read<T>(JsonElement json, Func<int, string, RefusedException> refuse) => Read(json, TypeOf<T>(), refuse);

    private static T Read<T>(JsonElement json, JsonTypeInfo<T> type, Func<int, string, RefusedException> refuse)
    {
        try
        {
            return json.Deserialize(type) ?? throw refuse(400, "null is not what this operation takes");
        }
        catch (JsonException e)
        {
            throw refuse(400, $"the body is not what this operation takes: {e.Message}");
        }
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>The documents say uint64 as a string, a scale from 0 to 255, and each member once; the types are laxer than that.</summary>
    private static string? Fault(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Select(Fault).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Object when json.EnumerateObject().DistinctBy(m => m.Name).Count() != json.GetPropertyCount() => "a member is there twice",
        // metadata is the client's own: anything that is JSON
        JsonValueKind.Object => json.EnumerateObject().Where(m => m.Name != "metadata")
            .Select(m => m.Name.EndsWith("Amount", StringComparison.Ordinal) && !IsAmount(m.Value) ? $"{m.Name} is not an amount" : Fault(m.Value))
            .FirstOrDefault(fault => fault is not null),
        _ => null,
    };

    private static bool IsAmount(JsonElement json)
        => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
        && Digits().IsMatch(value.GetString()!) && ulong.TryParse(value.GetString(), out _)
        && json.TryGetProperty("assetScale", out var scale) && scale.ValueKind == JsonValueKind.Number && scale.TryGetByte(out _);

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,19})\z")]
    private static partial Regex Digits();
}
