using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Puts shared parameters, request bodies and responses where they are used, and the parameters of a path into each of its
/// operations, with whether it takes an access token. A document may also point at a parameter where it means a schema (1.0 and 1.1 do, for the optional signature).
/// </summary>
public sealed class SharedParts : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
        {
            foreach (var operation in document.Operations)
            {
                Inline(document, operation.Body, operation.PathItem);
                operation.Body["x-op-auth"] = TokenUse(operation.Body, document.Root["security"]);
            }
            foreach (var (_, item) in document.Root["paths"].Obj()) item.Obj().Remove("parameters");
            foreach (var section in document.Root["components"].Obj().Select(s => s.Key).Where(s => s is "parameters" or "requestBodies" or "responses").ToList())
                document.Root["components"].Obj().Remove(section);
        }
    }

    /// <summary>
    /// <c>none</c> without security, <c>optional</c> where the Signature header is declared but not required (the published way to say
    /// that anyone may read the public part), else <c>required</c>.
    /// </summary>
    private static string TokenUse(JsonObject operation, JsonNode? everywhere) =>
        (operation["security"] ?? everywhere) is not JsonArray { Count: > 0 } ? "none"
        : operation["parameters"].Items().Any(p => p.Obj().Text("in") == "header" && p.Obj().Text("name") == "Signature" && !p["required"].IsTrue()) ? "optional"
        : "required";

    private static void Inline(SpecDocument document, JsonObject operation, JsonObject path)
    {
        var parameters = new JsonArray();
        foreach (var parameter in path["parameters"].Items().Concat(operation["parameters"].Items()))
            parameters.Add(Parameter(document, document.Deref(parameter.Obj()).Copy()));
        operation["parameters"] = parameters;
        if (operation["requestBody"] is JsonObject body) operation["requestBody"] = document.Deref(body).Copy();
        var responses = operation["responses"].Obj();
        foreach (var (status, response) in responses.ToList()) responses[status] = document.Deref(response.Obj()).Copy();
    }

    private static JsonObject Parameter(SpecDocument document, JsonObject parameter)
    {
        if (parameter["schema"].Obj().Text("$ref").StartsWith("#/components/parameters/", StringComparison.Ordinal))
            parameter["schema"] = document.Resolve(parameter["schema"].Obj())["schema"] is JsonObject schema && !schema.ContainsKey("$ref")
                ? schema.Copy()
                : new JsonObject { ["type"] = "string" };
        return parameter;
    }
}
