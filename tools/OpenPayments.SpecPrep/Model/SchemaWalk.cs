using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>Visits every schema of a document, the inner ones first, and puts what the step returns in its place.</summary>
public static class SchemaWalk
{
    private static readonly string[] Single = ["items", "additionalProperties"];
    private static readonly string[] Lists = ["oneOf", "anyOf", "allOf"];

    /// <summary>Visits the named schemas and those of operations.</summary>
    public static void Rewrite(SpecDocument document, Func<JsonObject, JsonObject> step)
    {
        foreach (var name in document.Schemas.Keys()) At(document.Schemas, name, step);
        foreach (var operation in document.Operations)
        {
            foreach (var parameter in operation.Body["parameters"].Items()) At(parameter.Obj(), "schema", step);
            foreach (var content in Contents(operation)) At(content, "schema", step);
        }
    }

    /// <summary>The media type objects of the request body and of every response.</summary>
    public static IEnumerable<JsonObject> Contents(Operation operation) =>
        operation.Body["responses"].Obj().Select(r => r.Value.Obj()).Prepend(operation.Body["requestBody"].Obj())
            .SelectMany(holder => holder["content"].Obj()).Select(c => c.Value.Obj());

    /// <summary>The schema's own parts, one level down.</summary>
    public static IEnumerable<JsonObject> Parts(JsonObject schema) =>
        Single.Select(k => schema[k]).OfType<JsonObject>()
            .Concat(schema["properties"].Obj().Select(p => p.Value).OfType<JsonObject>())
            .Concat(Lists.SelectMany(k => schema[k].Items()).OfType<JsonObject>());

    private static JsonObject Visit(JsonObject schema, Func<JsonObject, JsonObject> step)
    {
        foreach (var key in Single) At(schema, key, step);
        foreach (var name in schema["properties"].Obj().Keys()) At(schema["properties"].Obj(), name, step);
        foreach (var key in Lists)
        {
            if (schema[key] is not JsonArray list) continue;
            for (var i = 0; i < list.Count; i++)
                if (list[i] is JsonObject part && Visit(part, step) is var result && !ReferenceEquals(result, part)) list[i] = result;
        }
        return step(schema);
    }

    private static void At(JsonObject holder, string key, Func<JsonObject, JsonObject> step)
    {
        if (holder[key] is JsonObject schema && Visit(schema, step) is var result && !ReferenceEquals(result, schema)) holder[key] = result;
    }
}
