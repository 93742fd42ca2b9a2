using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OpenPayments.Generated.Tests;

/// <summary>
/// Reads and writes a value of every printed record, every case of every union, and everything that an operation sends or receives,
/// each with the printed context alone.
/// </summary>
internal static class Sampled
{
    public static IReadOnlyList<string> Complaints(Assembly assembly)
    {
        var context = Small.Alone(assembly);
        var found = new List<string>();
        foreach (var type in assembly.GetTypes().Where(IsPrinted))
            if (Complaint(context, type, type, Sample(type, 0)) is { } complaint) found.Add(complaint);
        foreach (var union in assembly.GetTypes().Where(t => IsPrinted(t) && t.IsAbstract))
            foreach (var one in Cases(union))
                if (Complaint(context, union, one, Sample(one, 0)) is { } complaint) found.Add(complaint);
        foreach (var type in assembly.GetTypes().Where(t => t.IsInterface && t.Name.EndsWith("Api", StringComparison.Ordinal)).SelectMany(t => t.GetMethods()).SelectMany(Carried))
            if (Complaint(context, type, null, Sample(type, 0)) is { } complaint) found.Add(complaint);
        return found;
    }

    /// <summary>Whether a type was printed from a schema.</summary>
    private static bool IsPrinted(Type type) =>
        type is { IsPublic: true } or { IsNestedPublic: true, DeclaringType.IsAbstract: true } && !typeof(JsonConverter).IsAssignableFrom(type)
        && !type.IsGenericTypeDefinition && type.Name != nameof(NoContent) && type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<Type> Cases(Type union) => union.GetMethod("Match")!.GetParameters().Select(p => p.ParameterType.GetGenericArguments()[0]);

    private static IEnumerable<Type> Carried(MethodInfo method)
    {
        var answer = method.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0];
        if (answer.IsGenericType && answer.Name.StartsWith("OrNothing", StringComparison.Ordinal)) answer = answer.GetGenericArguments()[0];
        if (answer.Name != nameof(NoContent)) yield return answer;
        foreach (var body in method.GetParameters().Where(p => p.GetCustomAttributesData().Any(a => a.AttributeType.Name == "BodyAttribute"))) yield return body.ParameterType;
    }

    private static string? Complaint(JsonSerializerContext context, Type type, Type? expected, JsonNode? sample)
    {
        var json = sample?.ToJsonString() ?? "null";
        try
        {
            var value = JsonSerializer.Deserialize(json, type, context);
            if (expected is { IsAbstract: false } && value?.GetType() != expected) return $"{type}: {json} is read as {value?.GetType()}, not {expected}";
            var back = JsonSerializer.SerializeToNode(value, type, context);
            return RoundTrip.Same(sample, back) ? null : $"{type}: {json} comes back as {back?.ToJsonString()}";
        }
        catch (Exception e)
        {
            return $"{type}: {json} gives {e.GetType().Name}: {e.Message}";
        }
    }

    private static JsonNode? Sample(Type type, int depth) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Sample(inner, depth),
        _ when type == typeof(string) => "a",
        _ when type == typeof(Uri) => "https://a.example/b",
        _ when type == typeof(DateTimeOffset) => "2026-01-02T03:04:05+00:00",
        _ when type == typeof(DateOnly) => "2026-01-02",
        _ when type == typeof(Guid) => "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        _ when type == typeof(byte[]) => "AQI=",
        _ when type == typeof(bool) => true,
        _ when type == typeof(JsonElement) => new JsonObject { ["any"] = 1 },
        _ when type.IsPrimitive => JsonNode.Parse("1"),
        _ when type == typeof(decimal) => JsonNode.Parse("1"),
        _ when type.Name == nameof(Secret) => "s",
        _ when type.GetProperty("IsKnown") is not null => "a-new-one",
        _ when type.IsGenericType && type.GetGenericArguments() is [_, var value] => new JsonObject { ["k"] = Sample(value, depth + 1) },
        _ when type.IsGenericType => depth > 4 ? new JsonArray() : new JsonArray(Sample(type.GetGenericArguments()[0], depth + 1)),
        _ when type.Name == "Unknown" => new JsonObject { ["no-such-member"] = 1 },
        { IsAbstract: true } => Sample(Cases(type).First(), depth + 1),
        _ when type.GetNestedType("ValueConverter") is not null => Sample(type.GetProperty("Value")!.PropertyType, depth),
        _ => Record(type, depth),
    };

    /// <summary>The required members; the others only where no union could mistake it for another case.</summary>
    private static JsonObject Record(Type type, int depth)
    {
        var json = new JsonObject();
        foreach (var property in type.GetProperties().Where(p => p.GetCustomAttribute<JsonPropertyNameAttribute>() is not null))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;
            if (!property.CanWrite) json[name] = (string)property.GetValue(RuntimeHelpers.GetUninitializedObject(type))!;
            // one that may be left out of what is read, and is written all the same, counts with the required ones
            else if (property.GetCustomAttribute<RequiredMemberAttribute>() is not null || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull || (depth < 2 && !type.BaseType!.IsAbstract))
                json[name] = property.GetCustomAttribute<JsonNumberHandlingAttribute>() is null ? Sample(property.PropertyType, depth + 1) : "1";
        }
        return json;
    }
}
