using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Both kinds of server answer errors as <c>{"error":{"code","description","details"}}</c>, declared in many schemas. They become one, and
/// a tolerant one: real servers leave out the code of a validation error, and answer statuses that no document declares.
/// </summary>
internal static class ErrorShape
{
    public static void Add(JsonObject schemas, IEnumerable<string> codes)
    {
        schemas["ErrorDetail"] = Object("What went wrong, in the server's words.", [], new()
        {
            ["code"] = Text("A short code: a GNAP code from an authorization server (see the constants of ErrorResponse.Codes), often the HTTP status as text from a resource server. Null where the server sent none."),
            ["description"] = Text("A sentence for developers. From a resource server it is the only thing that tells cases apart; do not show it to payers."),
            ["details"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject(), ["description"] = "More about the case, as members of any name; null where the server sent none." },
        });
        var response = Object("The body of every answer that is not a success.", ["error"], new() { ["error"] = Shape.Ref("ErrorDetail") });
        response["properties"].Obj()["error"].Obj()["description"] = "What went wrong.";
        response["x-op-error-codes"] = Constants(codes);
        schemas["ErrorResponse"] = response;
    }

    private static JsonArray Constants(IEnumerable<string> codes)
    {
        var constants = new Dictionary<string, string>();
        foreach (var code in codes)
        {
            var name = CSharpName.Pascal(code) is { Length: > 0 } pascal ? pascal : "Code";
            if (name is "Codes" or "Equals" or "ToString" or "GetHashCode" or "GetType" or "MemberwiseClone" or "Finalize" or "ReferenceEquals") name += "Code";
            var free = name;
            for (var number = 2; !constants.TryAdd(free, code); number++) free = name + number;
        }
        return new([.. constants.Select(c => new JsonObject { ["name"] = c.Key, ["value"] = Literals.Escaped(c.Value) })]);
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Object(string description, string[] required, JsonObject properties) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["properties"] = properties,
        ["required"] = Json.Strings(required),
        ["additionalProperties"] = false,
    };
}
