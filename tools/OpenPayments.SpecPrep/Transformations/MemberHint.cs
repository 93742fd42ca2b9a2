using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>A step that applies one heading of names.json, such as <c>"secret:AccessToken/value"</c>, to the members it names.</summary>
public abstract class MemberHint(string heading) : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var (type, schema) in specs.Documents[0].Schemas)
            foreach (var shape in (Shape.Cases(schema.Obj()) ?? []).Items().Select(c => c.Obj()).Prepend(schema.Obj()))
                foreach (var name in shape["properties"].Obj().Select(p => p.Key).ToList())
                    if (specs.Names.Member(heading, type, name) is { } value) Hint(shape, shape["properties"].Obj()[name].Obj(), name, value);
    }

    /// <summary>Applies the hint to a member of a schema.</summary>
    protected abstract void Hint(JsonObject owner, JsonObject member, string name, string value);
}
