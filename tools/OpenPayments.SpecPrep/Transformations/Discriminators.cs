using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// A discriminator says which member tells the cases of a union apart, and by which value: it is written into each case, as a member with
/// that one value. It may also stand in a base without any oneOf, with cases that name the base in their allOf and that nothing else
/// refers to: such a base is a union of them.
/// </summary>
public sealed class Discriminators : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents) Spread(document);
    }

    /// <summary>Does it in one document.</summary>
    public static void Spread(SpecDocument document)
    {
        foreach (var (name, schema) in document.Schemas.ToList())
            if (schema is JsonObject { } own && own.ContainsKey("discriminator") && Shape.Cases(own) is null) Base(name, own, document);
        foreach (var union in Objects(document.Root).Where(o => o["discriminator"] is JsonObject && Shape.Cases(o) is not null).ToList())
            foreach (var name in Shape.Cases(union)!.Items().Select(c => Shape.LocalTarget(c.Obj())).OfType<string>())
                Tag(name, document.Schemas[name].Obj(), union, Values(union, document));
    }

    private static void Base(string name, JsonObject schema, SpecDocument document)
    {
        var values = Values(schema, document);
        var cases = document.Schemas.Select(s => s.Key).Where(s => s != name && (values.ContainsValue(s) || Extends(s, name, document, []))).ToList();
        if (cases.Count == 0) return;
        var shared = Free(name + "Base", document);
        // what every case has moves to a schema of its own, so that the name is the union's
        var members = schema.Copy();
        members.Remove("discriminator");
        var extending = Objects(document.Root).SelectMany(o => o["allOf"].Items()).Select(p => p.Obj())
            .Where(p => Shape.LocalTarget(p) == name);
        foreach (var part in extending.ToList())
            part["$ref"] = Shape.RefText(shared);
        if (values.ContainsValue(name)) cases.Add(shared);
        var union = new JsonObject
        {
            ["oneOf"] = new JsonArray([.. cases.Select(Shape.Ref)]),
            ["discriminator"] = schema["discriminator"]!.Copy(),
        };
        foreach (var key in (string[])["title", "description", "nullable"])
            if (schema[key] is { } value) union[key] = value.Copy();
        foreach (var (value, to) in values.Where(v => v.Value == name)) union["discriminator"].Obj()["mapping"].Obj()[value] = shared;
        Origin.Mark(union, Origin.Of(schema));
        Origin.Mark(union["oneOf"]!, Origin.Of(schema));
        document.Schemas[name] = union;
        document.Schemas[shared] = members;
    }

    private static void Tag(string name, JsonObject schema, JsonObject union, Dictionary<string, string> values)
    {
        if (schema["type"].AsText() is { } type && type != "object") return;
        var member = union["discriminator"].Obj().Text("propertyName");
        List<string> own = [.. values.Where(v => v.Value == name).Select(v => v.Key)];
        if (own.Count > 1)
            throw new SpecException("OPGEN005",
                $"the discriminator gives {name} two values, '{own[0]}' and '{own[1]}', and C# tells a case by one; give each a schema of its own",
                Origin.Of(union["discriminator"]));
        if (schema["properties"] is not JsonObject members) schema["properties"] = members = [];
        // one that says its value itself is right, whatever a discriminator leaves out
        if (own.Count == 0 && members[member] is JsonObject said && (said["const"].AsText() is not null || said["enum"] is JsonArray { Count: 1 }))
            return;
        var tag = new JsonObject { ["type"] = "string", ["enum"] = Json.Strings([own.FirstOrDefault(name)]) };
        Origin.Mark(tag, Origin.Of(schema));
        members[member] = tag;
        if (!Shape.Required(schema).Contains(member)) schema["required"] = Json.Strings(Shape.Required(schema).Append(member));
    }

    /// <summary>Each value of the mapping with the schema that it names.</summary>
    private static Dictionary<string, string> Values(JsonObject schema, SpecDocument document)
    {
        var discriminator = schema["discriminator"] as JsonObject;
        if (discriminator?["propertyName"].AsText() is null)
            throw new SpecException("OPGEN007", "a discriminator names the member that tells the cases apart: propertyName",
                Origin.Of(schema["discriminator"] ?? schema));
        var values = new Dictionary<string, string>();
        foreach (var (value, target) in discriminator["mapping"].Obj())
        {
            var text = target.AsText() ?? "";
            // into another file: what is there has been copied in under its own name, or is no case of this document
            var name = text.Split('/')[^1];
            if (text.Contains('#', StringComparison.Ordinal) && !text.StartsWith('#')) continue;
            if (!document.Schemas.ContainsKey(name))
                throw new SpecException("OPGEN003", $"'{text}' names no schema of this document; mend the mapping or add the schema",
                    Origin.Of(target ?? discriminator));
            values[value] = name;
        }
        return values;
    }

    private static bool Extends(string name, string root, SpecDocument document, HashSet<string> seen) =>
        seen.Add(name) && document.Schemas[name].Obj()["allOf"].Items().Select(p => Shape.LocalTarget(p.Obj())).OfType<string>()
            .Any(p => p == root || (document.Schemas.ContainsKey(p) && Extends(p, root, document, seen)));

    private static string Free(string name, SpecDocument document) =>
        document.Schemas.ContainsKey(name) ? Free(name + "_", document) : name;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend(o),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
