using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// An operation has one result in C#, whatever it declares: all its successes become one. Bodies that differ become a union. Where one
/// has a body and another has none (200 and 204), or the body may be null, the operation notes it. JSON is JSON, whichever media type says so.
/// </summary>
public sealed class Successes : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
            foreach (var operation in document.Operations)
            {
                Body(operation.Body["requestBody"].Obj());
                Result(operation.Body, document);
            }
    }

    private static void Body(JsonObject body)
    {
        if (body["content"] is not JsonObject { Count: > 0 } content) return;
        if (JsonOf(content) is not { } json)
            throw new SpecException("OPGEN008",
                $"this body is sent as {string.Join(", ", content.Select(c => c.Key))}, and only JSON can be printed; take the operation out, or describe its body as JSON",
                Origin.Of(content));
        body["content"] = Content(json);
    }

    private static void Result(JsonObject operation, SpecDocument document)
    {
        var responses = operation["responses"].Obj();
        List<(string Status, JsonObject Response, JsonObject? Body)> all =
            [.. responses.Where(r => r.Key.StartsWith('2')).Select(r => (r.Key, r.Value.Obj(), BodyOf(r.Value.Obj())))];
        if (all.Count == 0) return;
        List<JsonObject> bodies = [.. all.Select(r => r.Body).OfType<JsonObject>().DistinctBy(Shape.Canonical)];
        var first = (all.Find(r => r.Body is not null).Response ?? all[0].Response).Copy();
        foreach (var (status, _, _) in all) responses.Remove(status);
        responses[all[0].Status is ['2', >= '0' and <= '9', ..] ? all[0].Status : "200"] = first;
        if (bodies.Count == 0)
        {
            first.Remove("content");
            return;
        }
        var body = bodies.Count == 1 ? bodies[0].Copy() : new JsonObject { ["anyOf"] = new JsonArray([.. bodies.Select(b => b.Copy())]) };
        Origin.Mark(body, Origin.Of(bodies[0]));
        first["content"] = Content(new JsonObject { ["schema"] = body });
        if (all.Exists(r => r.Body is null) || MayBeNull(body, document))
            operation["x-op-nothing"] = true;
    }

    private static JsonObject? BodyOf(JsonObject response) => JsonOf(response["content"].Obj())?["schema"] as JsonObject;

    private static bool MayBeNull(JsonObject schema, SpecDocument document)
    {
        var target = document.Deref(schema);
        return target["nullable"].IsTrue() || target.Text("type") == "null" || (target.TryGetPropertyValue("const", out var only) && only is null)
            || (target["type"] as JsonArray ?? target["enum"] as JsonArray ?? []).Any(v => v is null || (v.AsText() == "null" && target["type"] is JsonArray))
            || (Shape.Cases(target) ?? []).Items().Any(c => MayBeNull(c.Obj(), document));
    }

    // application/json first, then whatever else is JSON, with parameters or with a name of its own (RFC 6839)
    private static JsonObject? JsonOf(JsonObject content) => content.OrderBy(c => c.Key == "application/json" ? 0 : 1)
        .Where(c => Media(c.Key) is "application/json" or "*/*" or "application/*" || Media(c.Key).EndsWith("+json", StringComparison.Ordinal))
        .Select(c => c.Value.Obj()).FirstOrDefault();

    private static string Media(string type) => type.Split(';')[0].Trim();

    private static JsonObject Content(JsonObject json) => new() { ["application/json"] = json.Copy() };
}
