using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Whether an operation takes an access token: <c>none</c> without security, <c>optional</c> where the Signature header is declared
/// but not required (the published way to say that anyone may read the public part), else <c>required</c>.
/// </summary>
public sealed class TokenUse : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
            foreach (var operation in document.Operations)
                operation.Body["x-op-auth"] = Of(operation.Body, document.Root["security"]);
    }

    private static string Of(JsonObject operation, JsonNode? everywhere) =>
        (operation["security"] ?? everywhere) is not JsonArray { Count: > 0 } ? "none"
        : operation["parameters"].Items().Any(p => p.Obj().Text("in") == "header" && p.Obj().Text("name") == "Signature" && !p["required"].IsTrue()) ? "optional"
        : "required";
}
