using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// An inline object, enumeration or union becomes a named schema. It is called after where it stands: the body of RequestGrant is
/// RequestGrantRequest, its member <c>access_token</c> RequestGrantRequestAccessToken, one of several <c>actions</c> ...Action.
/// </summary>
internal static class Inline
{
    public static void Name(SpecDocument document, Names names)
    {
        foreach (var (name, schema) in document.Schemas.ToList()) Parts(schema.Obj(), name, document, names);
        foreach (var operation in document.Operations)
        {
            var name = operation.Body.Text("operationId");
            foreach (var parameter in operation.Body["parameters"].Items()) Place(parameter.Obj(), "schema", name + CSharpName.Pascal(parameter.Obj().Text("name")), document, names);
            foreach (var (_, content) in operation.Body["requestBody"].Obj()["content"].Obj()) Place(content.Obj(), "schema", name + "Request", document, names);
            foreach (var (_, response) in operation.Body["responses"].Obj())
                foreach (var (_, content) in response.Obj()["content"].Obj()) Place(content.Obj(), "schema", name + "Response", document, names);
        }
    }

    private static void Place(JsonObject holder, string key, string hint, SpecDocument document, Names names)
    {
        if (holder[key] is not JsonObject schema || schema.ContainsKey("$ref")) return;
        if (!Shape.IsNamed(schema))
        {
            Place(schema, "items", CSharpName.Singular(hint), document, names);
            Place(schema, "additionalProperties", hint + "Value", document, names);
            return;
        }
        Named(schema, hint, document, names, named => holder[key] = named);
    }

    private static void Named(JsonObject schema, string hint, SpecDocument document, Names names, Action<JsonObject> put)
    {
        var name = names.Type(hint);
        Parts(schema, name, document, names);
        var own = schema.Copy();
        own.Remove("nullable");
        var reference = Shape.Ref(Add(document, name, own));
        Origin.Mark(reference, Origin.Of(schema));
        foreach (var beside in (string[])["description", "nullable"])
            if (schema[beside] is { } value) reference[beside] = value.Copy();
        put(reference);
    }

    private static void Parts(JsonObject schema, string name, SpecDocument document, Names names)
    {
        foreach (var member in schema["properties"].Obj().Select(p => p.Key).ToList()) Place(schema["properties"].Obj(), member, name + CSharpName.Pascal(member), document, names);
        Place(schema, "items", CSharpName.Singular(name), document, names);
        Place(schema, "additionalProperties", name + "Value", document, names);
        // the cases of a union stay where they are: their members belong to the union. Only an enumeration needs a name of its own
        if (Shape.Cases(schema) is not { } cases) return;
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i].Obj()["enum"] is JsonArray && cases[i].Obj()["properties"] is null) Named(cases[i].Obj(), name + "Text", document, names, named => cases[i] = named);
            else Parts(cases[i].Obj(), name, document, names);
        }
    }

    private static string Add(SpecDocument document, string name, JsonObject schema)
    {
        for (var number = 2; document.Schemas[name] is { } taken && Shape.Canonical(taken) != Shape.Canonical(schema); number++)
            name = name.TrimEnd("0123456789".ToCharArray()) + number;
        document.Schemas.TryAdd(name, schema);
        return name;
    }
}
