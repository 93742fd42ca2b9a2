using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Puts shared parameters, request bodies and responses where they are used, and the parameters of a path into each of its
/// operations. A document may also point at a parameter where it means a schema (1.0 and 1.1 do, for the optional signature).
/// </summary>
public sealed class SharedParts : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
        {
            foreach (var operation in document.Operations) Inline(document, operation.Body, operation.PathItem);
            foreach (var (_, item) in document.Root["paths"].Obj()) item.Obj().Remove("parameters");
            foreach (var section in document.Root["components"].Obj().Select(s => s.Key).Where(s => s is "parameters" or "requestBodies" or "responses").ToList())
                document.Root["components"].Obj().Remove(section);
        }
    }

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
