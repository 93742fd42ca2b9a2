using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Cases of a union that no reader can tell apart, because each is a text, or each a number, are one. Texts that are listed anywhere among
/// them make it an enumeration, which is open, so that a plain text beside them changes nothing. A union inside a union is part of it.
/// </summary>
public sealed class Choices : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        foreach (var key in (string[])["oneOf", "anyOf"])
        {
            if (schema[key] is not JsonArray written) continue;
            List<JsonObject> cases = [.. written.Items().SelectMany(c => Flat(c.Obj(), document))];
            if (cases.Any(c => document.Deref(c)["nullable"].IsTrue())) schema["nullable"] = true;
            List<JsonObject> merged = [.. cases.GroupBy(c => Kind(document.Deref(c)) ?? c).Select(g => Merge([.. g], document))];
            if (merged.Count == 1 && cases.Count > 1 && !schema.ContainsKey("properties"))
            {
                var one = new JsonObject();
                Origin.Mark(one, Origin.Of(schema));
                return one.AddMissing(schema, except: key).AddMissing(merged[0], except: "title");
            }
            if (merged.Count < written.Count || cases.Count > written.Count) Replace(schema, key, written, merged);
        }
        return schema;
    }

    private static void Replace(JsonObject schema, string key, JsonArray written, List<JsonObject> cases)
    {
        var list = new JsonArray([.. cases.Select(c => (JsonNode)c.Copy())]);
        Origin.Mark(list, Origin.Of(written));
        schema[key] = list;
    }

    /// <summary>A case, or the cases of the union that it is: one that stands here, or a named one of scalars.</summary>
    private static IEnumerable<JsonObject> Flat(JsonObject one, SpecDocument document)
    {
        var target = document.Deref(one);
        if (Shape.Cases(target) is not { } inner || target["properties"] is not null || target["allOf"] is not null) return [one];
        List<JsonObject> cases = [.. inner.Items().SelectMany(c => Flat(c.Obj(), document))];
        return !one.ContainsKey("$ref") || cases.All(c => Kind(document.Deref(c)) is not null) ? cases : [one];
    }

    private static object? Kind(JsonObject schema) => schema.Text("type") switch
    {
        "integer" or "number" => "number",
        "string" => "string",
        "boolean" => "boolean",
        _ => null,
    };

    private static JsonObject Merge(List<JsonObject> cases, SpecDocument document)
    {
        if (cases.Count == 1) return cases[0];
        List<JsonObject> all = [.. cases.Select(document.Deref)];
        var one = new JsonObject { ["type"] = all.Any(c => c.Text("type") == "number") ? "number" : all[0].Text("type") };
        Origin.Mark(one, Origin.Of(cases[0]));
        List<string> values = [.. all.SelectMany(c => c["enum"].Items()).Select(v => v.AsText()).OfType<string>().Distinct()];
        if (values.Count > 0) one["enum"] = Enumerated(all, values);
        else if (all.Exists(c => c.Text("format") != all[0].Text("format")))
        {
            if (one.Text("type") == "integer") one["format"] = "int64"; // the widest of them
        }
        else if (all[0]["format"] is { } format) one["format"] = format.Copy();
        return one;
    }

    private static JsonArray Enumerated(List<JsonObject> all, List<string> values)
    {
        var list = new JsonArray([.. values.Select(v => all.SelectMany(c => c["enum"].Items()).First(x => x.AsText() == v).Copy())]);
        Origin.Mark(list, Origin.Of(all.First(c => c["enum"] is JsonArray)["enum"]));
        return list;
    }
}
