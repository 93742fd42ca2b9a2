using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>Questions about a schema.</summary>
public static class Shape
{
    private const string Named = "#/components/schemas/";

    private static readonly HashSet<string> Prose = ["description", "title", "example", "examples", "deprecated"];

    /// <summary>The alternatives of a <c>oneOf</c> or <c>anyOf</c>.</summary>
    public static JsonArray? Cases(JsonObject schema) => schema["oneOf"] as JsonArray ?? schema["anyOf"] as JsonArray;

    /// <summary>The names of its required members.</summary>
    public static List<string> Required(JsonObject schema) => [.. schema["required"].Items().Select(r => r.AsText()!)];

    /// <summary>Whether C# gives it a type of its own: a record, a union, an enumeration.</summary>
    public static bool IsNamed(JsonObject schema) => schema["properties"] is JsonObject || Cases(schema) is not null || schema["enum"] is JsonArray;

    /// <summary>A reference to a named schema.</summary>
    public static JsonObject Ref(string name) => new() { ["$ref"] = RefText(name) };

    /// <summary>What such a reference says.</summary>
    public static string RefText(string name) => Named + name;

    /// <summary>The name that a reference ends with.</summary>
    public static string Target(JsonObject reference) => reference.Text("$ref").Split('/')[^1];

    /// <summary>The name of the schema that a reference names in its own document; null where it names none.</summary>
    public static string? LocalTarget(JsonObject reference) =>
        reference.Text("$ref").StartsWith(Named, StringComparison.Ordinal) ? Target(reference) : null;

    /// <summary>A text that is equal for schemas that differ in prose and order of members only.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        JsonObject o => "{" + string.Join(',', o.Where(p => !(Prose.Contains(p.Key) && p.Value is not JsonObject)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + ":" + Canonical(p.Value))) + "}",
        JsonArray a => "[" + string.Join(',', a.Select(Canonical)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
