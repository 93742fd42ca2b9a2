using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>Gathers the codes that error responses name, before the responses themselves are dropped: they become constants.</summary>
public sealed class ErrorCodes : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
            foreach (var response in document.Operations.SelectMany(o => o.Body["responses"].Obj()).Where(r => !r.Key.StartsWith('2')))
                foreach (var (_, content) in response.Value.Obj()["content"].Obj())
                    if (content.Obj()["schema"] is JsonObject schema) Gather(document, schema, specs.ErrorCodes);
    }

    private static void Gather(SpecDocument document, JsonObject schema, SortedSet<string> codes)
    {
        schema = document.Deref(schema);
        foreach (var part in (Shape.Cases(schema) ?? schema["allOf"]).Items()) Gather(document, part.Obj(), codes);
        foreach (var code in schema["properties"].Obj()["error"].Obj()["properties"].Obj()["code"].Obj()["enum"].Items()) codes.Add(code.AsText()!);
    }
}
