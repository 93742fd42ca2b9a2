using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Makes sure that whatever stands where a schema belongs is one. <c>true</c>, and nothing at all, are the schema of anything; a member or
/// a case that is <c>false</c> can never be there and goes. What no reader can mean is an error at its place. The steps below rely on it.
/// </summary>
public sealed class WellFormed : ITransformation
{
    private const string Never = "no value is ever valid here; say what is, or leave it out";
    private const string NoSchema = "this is no schema: a mapping, true or false";

    private static readonly HashSet<string> Types = ["string", "number", "integer", "boolean", "object", "array", "null"];
    private static readonly HashSet<string> NoSchemas = ["example", "examples", "headers", "links", "callbacks"];

    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents.Where(d => !Files.IsArazzo(d.Root))) Check(document);
    }

    /// <summary>Looks at one document.</summary>
    public static void Check(SpecDocument document)
    {
        var components = document.Root["components"].Obj();
        foreach (var name in components["schemas"].Obj().Keys()) Schema(components["schemas"].Obj(), name);
        foreach (var section in components.Where(s => s.Key != "schemas").Select(s => s.Value).Append(document.Root["paths"]))
            Find(section);
    }

    private static void Find(JsonNode? node)
    {
        foreach (var item in node.Items()) Find(item);
        foreach (var key in node.Obj().Keys().Where(k => !NoSchemas.Contains(k) && !k.StartsWith("x-", StringComparison.Ordinal)))
            if (key == "schema") Schema(node.Obj(), key);
            else Find(node.Obj()[key]);
    }

    private static void Schema(JsonObject holder, string key)
    {
        if (holder[key] is JsonObject schema) Inside(schema);
        else if (holder[key] is null || holder[key].IsTrue()) holder[key] = Anything(holder[key] ?? holder);
        else throw Wrong(holder[key], holder[key].IsFalse() ? Never : NoSchema);
    }

    private static void Inside(JsonObject schema)
    {
        if (schema.TryGetPropertyValue("$ref", out var to) && to.AsText() is null) throw Wrong(to ?? schema, "a reference is a text");
        Type(schema);
        Plain(schema);
        Members(schema);
        if (schema["items"] is JsonArray list)
            throw Wrong(list, "the schemas of single items are called prefixItems; items is one schema, of all the others");
        // a list that is always empty is a list of anything, to a reader
        if (schema["items"].IsFalse()) schema["items"] = Anything(schema["items"]!);
        if (schema.ContainsKey("items")) Schema(schema, "items");
        if (schema.ContainsKey("additionalProperties") && schema["additionalProperties"] is not JsonValue)
            Schema(schema, "additionalProperties");
        foreach (var key in (string[])["oneOf", "anyOf", "allOf"])
            if (schema.ContainsKey(key)) Cases(schema, key);
    }

    private static void Type(JsonObject schema)
    {
        if (!schema.TryGetPropertyValue("type", out var type)) return;
        // a null that somebody forgot to quote
        if (type is null) schema["type"] = "null";
        var all = type is JsonArray several ? several.Select(t => t is null ? "null" : t.AsText()) : [type is null ? "null" : type.AsText()];
        foreach (var one in all)
            if (one is null || !Types.Contains(one)) throw Wrong(type, $"'{one ?? type!.ToJsonString()}' is no type; there are {string.Join(", ", Types)}");
    }

    /// <summary>What has a fixed form and is easily mistyped. Prose is taken as it is; a switch that is none is off.</summary>
    private static void Plain(JsonObject schema)
    {
        foreach (var key in (string[])["title", "description", "format"])
            if (schema.TryGetPropertyValue(key, out var text) && text.AsText() is null)
            {
                schema.Remove(key);
                if (text is JsonValue) schema[key] = text.ToJsonString();
            }
        foreach (var key in (string[])["deprecated", "nullable"])
            if (schema.TryGetPropertyValue(key, out var on) && on?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
                schema[key] = on.AsText() == "true";
        if (schema.TryGetPropertyValue("enum", out var values) && values is not JsonArray { Count: > 0 })
            throw Wrong(values ?? schema, "the values of an enumeration are a list of at least one");
    }

    private static void Members(JsonObject schema)
    {
        if (schema.TryGetPropertyValue("required", out var required) && required is not JsonArray)
        {
            if (required is not null && required.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
                throw Wrong(required, "the required members are a list of names");
            schema.Remove("required"); // beside a member, as in drafts of long ago: it never meant anything here
        }
        if (schema["required"].Items().FirstOrDefault(r => r.AsText() is null) is { } odd)
            throw Wrong(odd, "the name of a member is a text");
        if (!schema.TryGetPropertyValue("properties", out var all)) return;
        if (all is null) schema.Remove("properties");
        else if (all is not JsonObject) throw Wrong(all, "members are a mapping, from the name of each to its schema");
        foreach (var name in all.Obj().Keys())
            if (all![name].IsFalse() && !Shape.Required(schema).Contains(name)) all.AsObject().Remove(name);
            else Schema(all.AsObject(), name);
    }

    private static void Cases(JsonObject schema, string key)
    {
        if (schema[key] is not JsonArray { Count: > 0 } cases)
            throw Wrong(schema[key] ?? schema, $"{key} is a list of schemas, at least one");
        var origin = Origin.Of(cases);
        for (var i = cases.Count - 1; i >= 0; i--)
        {
            if (cases[i] is JsonObject one) Inside(one);
            else if (cases[i] is null || cases[i].IsTrue()) cases[i] = Anything(cases[i] ?? cases);
            else if (cases[i].IsFalse() && key != "allOf") cases.RemoveAt(i);
            else throw Wrong(cases[i], cases[i].IsFalse() ? Never : NoSchema);
        }
        if (cases.Count == 0) throw new SpecException("OPGEN007", Never, origin);
    }

    private static JsonObject Anything(JsonNode at)
    {
        var schema = new JsonObject();
        Origin.Mark(schema, Origin.Of(at));
        return schema;
    }

    private static SpecException Wrong(JsonNode? at, string message) => new("OPGEN007", message, Origin.Of(at));
}
