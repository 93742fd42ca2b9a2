using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// The templates print names of members and values of enumerations between quotation marks, so these are escaped as C# literals; and
/// <c>@@</c> is their mark between two types, so no description may hold it.
/// </summary>
public sealed class Literals : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["description"].AsText() is { } prose && prose.Contains("@@", StringComparison.Ordinal)) schema["description"] = prose.Replace("@@", "@ @", StringComparison.Ordinal);
        if (schema["enum"] is JsonArray values) schema["enum"] = Json.Strings(values.Select(v => Escaped(v.AsText()!)));
        if (schema["required"] is JsonArray required) schema["required"] = Json.Strings(required.Select(r => Escaped(r.AsText()!)));
        foreach (var (name, member) in schema["properties"].Obj().Where(p => Escaped(p.Key) != p.Key).ToList())
        {
            schema["properties"].Obj().Remove(name);
            schema["properties"].Obj()[Escaped(name)] = member;
        }
        return schema;
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c switch
    {
        '"' or '\\' => "\\" + c,
        _ when char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    }));
}
