using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// The templates print names of members and values of enumerations between quotation marks, so these are escaped as C# literals; and
/// <c>@@</c> is their mark between two types, so no description may hold it.
/// </summary>
public sealed class Literals : SchemaTransformation
{
    /// <inheritdoc />
    public override void Apply(SpecSet specs)
    {
        base.Apply(specs);
        foreach (var operation in specs.Documents.SelectMany(d => d.Operations)) Prose(operation.Body);
    }

    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        Mark(schema, "description");
        if (schema["enum"] is JsonArray values) schema["enum"] = Json.Strings(values.Select(v => Escaped(v.AsText()!)));
        if (schema["required"] is JsonArray required) schema["required"] = Json.Strings(required.Select(r => Escaped(r.AsText()!)));
        foreach (var (name, member) in schema["properties"].Obj().Where(p => Escaped(p.Key) != p.Key).ToList())
        {
            schema["properties"].Obj().Remove(name);
            schema["properties"].Obj()[Escaped(name)] = member;
        }
        return schema;
    }

    private static void Prose(JsonObject operation)
    {
        foreach (var key in (string[])["summary", "description"]) Mark(operation, key);
        foreach (var part in operation["parameters"].Items().Append(operation["requestBody"]).Concat(operation["responses"].Obj().Select(r => r.Value))) Mark(part.Obj(), "description");
    }

    private static void Mark(JsonObject holder, string key)
    {
        if (holder[key].AsText() is { } prose && prose.Contains("@@", StringComparison.Ordinal)) holder[key] = prose.Replace("@@", "@ @", StringComparison.Ordinal);
    }

    internal static string Escaped(string text) => string.Concat(text.Select(c => c switch
    {
        '"' or '\\' => "\\" + c,
        _ when char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    }));
}
