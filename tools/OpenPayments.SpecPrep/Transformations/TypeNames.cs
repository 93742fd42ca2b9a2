namespace OpenPayments.SpecPrep;

/// <summary>
/// Every type gets its C# name. Named schemas and operations: Pascal case, or what names.json says; each operation also notes its route
/// and where it came from, because names alone no longer tell. Then what stands inline (<see cref="Inline"/>).
/// </summary>
public sealed class TypeNames : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
        {
            foreach (var operation in document.Operations) Operation(operation, specs.Names);
            if (document.Operations.GroupBy(o => o.Body.Text("operationId")).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new SpecException("OPGEN004", $"two operations would both be called '{twice.Key}'; give them operationIds of their own, or name one with \"operation:...\" in names.json", Origin.Of(twice.Last().Body));
            Rename(document, name => specs.Names.Type(name));
            Inline.Name(document, specs.Names);
        }
    }

    /// <summary>Renames the named schemas of a document and every reference to them.</summary>
    public static void Rename(SpecDocument document, Func<string, string> rename)
    {
        SchemaWalk.Rewrite(document, schema =>
        {
            if (schema.ContainsKey("$ref")) schema["$ref"] = Shape.Ref(rename(Shape.Target(schema)))["$ref"].AsText();
            return schema;
        });
        var all = document.Schemas.ToList();
        document.Schemas.Clear();
        foreach (var (name, schema) in all)
            if (!document.Schemas.TryAdd(rename(name), schema))
                throw new SpecException("OPGEN004", $"'{name}' and another schema would both be called '{rename(name)}'; rename one with \"type:...\" in names.json", Origin.Of(schema));
    }

    private static void Operation(Operation operation, Names names)
    {
        operation.Body["x-op-route"] = operation.Path;
        operation.Body["x-op-origin"] = Origin.Of(operation.Body)?.Citation;
        operation.Body["operationId"] = names.Operation(operation.Id);
    }
}
