namespace OpenPayments.SpecPrep;

/// <summary>Lists every type by its C# name for the JSON context, and notes on each where it came from.</summary>
public sealed class TypeList : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        var schemas = specs.Documents[0].Schemas;
        foreach (var (_, schema) in schemas)
            if (Origin.Of(schema) is { File: not "open-payments.json" } origin) schema!["x-op-origin"] = origin.Citation;
        specs.Merged["x-op-types"] = Json.Strings(schemas.Select(s => s.Value.Obj()["x-op-csharp"].AsText() ?? s.Key).Concat(schemas.SelectMany(s => Unknown.Of(s.Value.Obj()))));
    }
}
