using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>One OpenAPI document: what one kind of server offers.</summary>
/// <param name="Name">The file's name without its ending, such as <c>auth-server</c>: it names the client that is generated.</param>
/// <param name="File">Its path, for references to files beside it.</param>
/// <param name="Root">Its content; the transformations change it in place.</param>
public sealed record SpecDocument(string Name, string File, JsonObject Root)
{
    /// <summary>Reads a document.</summary>
    public static SpecDocument Load(string path) => new(Path.GetFileNameWithoutExtension(path), path, Yaml.Load(path));

    /// <summary>The named schemas.</summary>
    public JsonObject Schemas
    {
        get
        {
            if (Root["components"] is not JsonObject components) Root["components"] = components = [];
            if (components["schemas"] is not JsonObject schemas) components["schemas"] = schemas = [];
            return schemas;
        }
    }

    /// <summary>Every operation with its path and method.</summary>
    public IEnumerable<Operation> Operations =>
        from path in Root["paths"].Obj()
        from member in path.Value.Obj()
        where member.Key is "get" or "post" or "put" or "patch" or "delete"
        select new Operation(path.Key, member.Key, member.Value.Obj(), path.Value.Obj());

    /// <summary>What a <c>#/...</c> reference points to.</summary>
    public JsonObject Resolve(JsonObject reference)
    {
        JsonNode? at = Root;
        foreach (var part in reference.Text("$ref").TrimStart('#', '/').Split('/'))
            at = at.Obj()[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        return at as JsonObject ?? throw new SpecException("OPGEN003", $"the reference {reference.Text("$ref")} points to nothing in this document; mend it or add what it names", Origin.Of(reference));
    }

    /// <summary>The node itself, or what it refers to, through any number of references.</summary>
    public JsonObject Deref(JsonObject node)
    {
        for (var hops = 0; node.ContainsKey("$ref"); node = Resolve(node))
            if (hops++ > 32) throw new SpecException("OPGEN003", $"the reference {node.Text("$ref")} leads back to itself; one of them must be a schema", Origin.Of(node));
        return node;
    }
}

/// <summary>One operation of a document.</summary>
public sealed record Operation(string Path, string Method, JsonObject Body, JsonObject PathItem)
{
    /// <summary>Its <c>operationId</c>, or one made of its method and path.</summary>
    public string Id => Body.Text("operationId") is { Length: > 0 } id ? id : Method + "-" + Path;
}
