using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>One case of a union: a named schema, an inline object, or a scalar.</summary>
internal sealed class UnionCase
{
    private readonly JsonObject _source;
    private readonly SpecDocument _document;
    private readonly string? _named;

    private UnionCase(string union, int number, JsonObject written, SpecDocument document)
    {
        (_document, _source, Origin, Number) = (document, document.Deref(written), Origin.Of(written), number);
        // a named enumeration keeps its type, and the case holds a value of it
        _named = IsScalar && written.ContainsKey("$ref") ? Shape.Target(written) : null;
        Reference = written.ContainsKey("$ref") && !IsScalar ? Shape.Target(written) : null;
        Required = Shape.Required(_source);
        if (_source["allOf"] is JsonArray)
            throw new SpecException("OPGEN005", $"{Reference} is already a case of another union and cannot be one of {union} too; give {union} a schema of its own with the same members", Origin);
        if (!IsScalar && _source["properties"] is not JsonObject)
            throw new SpecException("OPGEN005", $"case {number} of {union} is neither an object with members nor a string or number, so it cannot be recognised; give it members, or take it out of the union", Origin);
    }

    public Origin? Origin { get; }
    public int Number { get; }
    public string? Reference { get; }
    public bool IsReference => Reference is not null;
    public bool IsScalar => _source.Text("type") is "string" or "integer" or "number" or "boolean";
    public List<string> Required { get; }
    public JsonObject Members => _source["properties"].Obj();
    public string Name { get; private set; } = "";
    public string Component { get; private set; } = "";
    public string CSharp { get; private set; } = "";

    /// <summary>The cases of a union, named.</summary>
    public static IReadOnlyList<UnionCase> All(string union, JsonObject schema, SpecDocument document, Names names)
    {
        List<UnionCase> cases = [.. Shape.Cases(schema)!.Items().Select((c, i) => new UnionCase(union, i + 1, c.Obj(), document))];
        foreach (var c in cases)
        {
            c.Name = c.Reference ?? names.Case(union, c.Number, c.DefaultName(cases, union));
            c.Component = c.Reference ?? $"{union}_{c.Name}";
            c.CSharp = c.Reference ?? $"{union}.{c.Name}";
        }
        if (cases.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SpecException("OPGEN004", $"two cases of {union} would both be called '{twice.Key}'; name one with \"case:{union}/{twice.Last().Number}\" in names.json", twice.Last().Origin);
        return cases;
    }

    /// <summary>The member whose one value tells the cases apart; null when there is none.</summary>
    public static string? Tag(IReadOnlyList<UnionCase> cases)
    {
        List<UnionCase> objects = [.. cases.Where(c => !c.IsScalar)];
        return objects.Count < 2 && cases.Count > 1 ? null : objects[0].Members.Select(m => m.Key).FirstOrDefault(m =>
            objects.All(c => c.Required.Contains(m) && c.TagValue(m) is not null) && objects.Select(c => c.TagValue(m)).Distinct().Count() == objects.Count);
    }

    /// <summary>The derived schema that NSwag prints as this case.</summary>
    public JsonObject Derive(string union, string? tag, List<string> common)
    {
        var members = new JsonObject();
        if (_named is not null) members["value"] = Shape.Ref(_named);
        else if (IsScalar) members["value"] = new JsonObject().AddMissing(_source, except: ["title", "deprecated"]);
        foreach (var (name, member) in Members)
            if (name != tag && !common.Contains(name)) members[name] = member?.Copy();
        var own = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = members,
            ["required"] = Json.Strings(IsScalar ? ["value"] : Required.Where(members.ContainsKey)),
        };
        var derived = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["allOf"] = new JsonArray(Shape.Ref(union), own) };
        derived.AddMissing(new JsonObject(_source.Where(p => p.Key is "description" or "x-op-redacts").Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))));
        if (CSharp.Contains('.', StringComparison.Ordinal)) derived.AddMissing(new JsonObject { ["x-op-csharp"] = CSharp, ["x-op-outer"] = union, ["x-op-name"] = Name });
        if (IsScalar) derived["x-op-scalar"] = true;
        else if (tag is not null) derived.AddMissing(new JsonObject { ["x-op-tag"] = tag, ["x-op-tag-value"] = TagValue(tag) });
        if (Origin is not null) Origin.Mark(derived, (IsReference ? Origin.Of(_source) : null) ?? Origin);
        return derived;
    }

    /// <summary>How a reader knows this case, for the converter's template.</summary>
    public JsonObject Recogniser(IReadOnlyList<UnionCase> cases, string? tag)
    {
        var note = new JsonObject { ["name"] = Name, ["csharp"] = CSharp, ["component"] = Component, ["kind"] = IsScalar ? "scalar" : "record" };
        if (IsScalar) note["token"] = _source.Text("type") switch { "string" => "String", "boolean" => "Boolean", _ => "Number" };
        else if (tag is not null) note.AddMissing(new JsonObject { ["tag"] = tag, ["tagValue"] = TagValue(tag) });
        else note["members"] = Json.Strings(Telling(cases));
        return note;
    }

    /// <summary>The required members that not every case requires.</summary>
    private List<string> Telling(IReadOnlyList<UnionCase> cases)
    {
        List<UnionCase> objects = [.. cases.Where(c => !c.IsScalar)];
        List<string> Of(UnionCase one) => objects.Count == 1 ? one.Required : [.. one.Required.Where(r => !objects.All(c => c.Required.Contains(r)))];
        var telling = Of(this);
        if (objects.FirstOrDefault(c => c != this && Of(c).ToHashSet().SetEquals(telling)) is { } twin)
            throw new SpecException("OPGEN005", $"cases {Number} and {twin.Number} require the same members, so nothing tells them apart; require a member in one of them, or give both a tag (a member with one value)", Origin);
        return telling;
    }

    private string? TagValue(string member) =>
        Members[member] is JsonObject m && _document.Deref(m)["enum"] is JsonArray { Count: 1 } values ? values[0].AsText() : null;

    private string DefaultName(IReadOnlyList<UnionCase> all, string union)
    {
        if (_named is not null) return (_named.StartsWith(union, StringComparison.Ordinal) && _named.Length > union.Length ? _named[union.Length..] : _named) + "Value";
        if (_source.Text("title") is { Length: > 0 } title) return CSharpName.Pascal(title);
        if (IsScalar) return CSharpName.Pascal(_source.Text("format") is { Length: > 0 } format ? format : _source.Text("type")) + "Value";
        var own = Required.FirstOrDefault(r => !all.Where(c => c != this && !c.IsScalar).All(c => c.Required.Contains(r)));
        return own is null ? "Plain" : "With" + CSharpName.Pascal(own);
    }
}
