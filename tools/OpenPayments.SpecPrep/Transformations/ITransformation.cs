using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>One step of <see cref="Pipeline"/>: does one thing to the documents, in place.</summary>
public interface ITransformation
{
    /// <summary>Does it.</summary>
    void Apply(SpecSet specs);
}

/// <summary>A step that looks at every schema by itself, the inner ones first.</summary>
public abstract class SchemaTransformation : ITransformation
{
    /// <inheritdoc />
    public virtual void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents) SchemaWalk.Rewrite(document, schema => Rewrite(schema, document));
    }

    /// <summary>Returns the schema, changed in place, or what is to stand there instead.</summary>
    protected abstract JsonObject Rewrite(JsonObject schema, SpecDocument document);
}
