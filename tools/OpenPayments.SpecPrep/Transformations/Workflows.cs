using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Leaves out Arazzo documents: they say in which order the operations of the others are asked, and describe no type. So one may lie
/// beside the OpenAPI documents, in the same folder.
/// </summary>
public sealed class Workflows : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs) => specs.Documents.RemoveAll(document => IsOne(document.Root));

    /// <summary>Whether this is an Arazzo document.</summary>
    public static bool IsOne(JsonObject root) => root.ContainsKey("arazzo");
}
