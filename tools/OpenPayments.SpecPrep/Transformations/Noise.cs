using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Drops what the C# does not need: examples; responses other than 2xx (errors have one shape of their own); path parameters, since a
/// caller has the absolute URL; header parameters, since the signing handler writes them; keywords of validation and of display. The codes
/// that error responses name are gathered first: they become constants.
/// </summary>
public sealed class Noise : ITransformation
{
    private static readonly HashSet<string> Kept =
    [
        "$ref", "type", "format", "title", "description", "deprecated", "enum", "const", "properties", "required",
        "items", "additionalProperties", "oneOf", "anyOf", "allOf", "nullable",
        "patternProperties", "unevaluatedProperties", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    ];

    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
        {
            foreach (var operation in document.Operations)
            {
                ErrorCodes(document, operation.Body, specs.ErrorCodes);
                Operation(operation.Body);
            }
            SchemaWalk.Rewrite(document, schema =>
            {
                Keep(schema, Kept.Contains);
                return schema;
            });
        }
    }

    private static void ErrorCodes(SpecDocument document, JsonObject operation, SortedSet<string> codes)
    {
        foreach (var response in operation["responses"].Obj().Where(r => !r.Key.StartsWith('2')))
            foreach (var (_, content) in response.Value.Obj()["content"].Obj())
                if (content.Obj()["schema"] is JsonObject schema) Gather(document, schema, codes);
    }

    private static void Gather(SpecDocument document, JsonObject schema, SortedSet<string> codes)
    {
        schema = document.Deref(schema);
        foreach (var part in (Shape.Cases(schema) ?? schema["allOf"]).Items()) Gather(document, part.Obj(), codes);
        foreach (var code in schema["properties"].Obj()["error"].Obj()["properties"].Obj()["code"].Obj()["enum"].Items())
            if (code.AsText() is { } text) codes.Add(text);
    }

    private static void Operation(JsonObject operation)
    {
        operation["parameters"] = new JsonArray([.. operation["parameters"].Items().Where(p => p.Obj().Text("in") == "query").Select(p => p.Copy())]);
        foreach (var parameter in operation["parameters"].Items()) Keep(parameter.Obj(), k => k is "name" or "in" or "required" or "description" or "schema");
        Keep(operation["responses"].Obj(), status => status.StartsWith('2'));
        foreach (var (_, response) in operation["responses"].Obj()) Keep(response.Obj(), k => k is "description" or "content");
        foreach (var holder in operation["responses"].Obj().Select(r => r.Value.Obj()).Append(operation["requestBody"].Obj()))
        {
            Keep(holder["content"].Obj(), type => type == "application/json");
            foreach (var (_, content) in holder["content"].Obj()) Keep(content.Obj(), k => k == "schema");
        }
        Keep(operation, k => k is "operationId" or "summary" or "description" or "parameters" or "requestBody" or "responses" or "x-op-auth" or "x-op-nothing");
    }

    private static void Keep(JsonObject o, Func<string, bool> kept)
    {
        foreach (var key in o.Select(p => p.Key).Where(k => !kept(k)).ToList()) o.Remove(key);
    }
}
