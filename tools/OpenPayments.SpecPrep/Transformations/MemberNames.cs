using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Gives members and query parameters C# names where the obvious one will not do: odd characters, the name of the type around it, what
/// every record has. Two that would get one name are refused.
/// </summary>
public sealed partial class MemberNames : ITransformation
{
    private static readonly string[] OfEveryRecord = ["Equals", "ToString", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "PrintMembers", "EqualityContract", "AdditionalProperties"];
    private static readonly string[] OfEveryUnion = ["Match", "Converter", "Unknown"];
    private static readonly string[] OfEveryMethod = ["url", "accessToken", "body", "cancellationToken", "http", "json"];

    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var (type, schema) in specs.Documents[0].Schemas)
        {
            string[] taken = [schema.Obj()["x-op-name"].AsText() ?? type, .. OfEveryRecord, .. OfEveryUnion, .. schema!["x-op-cases"].Items().Select(c => c.Obj().Text("name"))];
            foreach (var shape in schema["allOf"].Items().Select(p => p.Obj()).Prepend(schema.Obj())) Members(type, shape["properties"].Obj(), taken, specs.Names);
        }
        foreach (var operation in specs.Documents[0].Operations) Parameters(operation.Body.Text("operationId"), operation.Body["parameters"].Items(), specs.Names);
    }

    private static void Parameters(string operation, IEnumerable<JsonNode> parameters, Names names)
    {
        var known = new Dictionary<string, string>();
        foreach (var parameter in parameters.Select(p => p.Obj()))
        {
            var text = parameter.Text("name");
            var name = names.Member("parameter", operation, text) ?? Parameter(text);
            if (!known.TryAdd(name, text))
                throw new SpecException("OPGEN004", $"parameters '{known[name]}' and '{text}' of {operation} would both be called '{name}'; name one with \"parameter:{operation}/{text}\" in names.json", Origin.Of(parameter));
            if (!Plain().IsMatch(text) || name != Camel(text)) parameter["x-op-member"] = name;
        }
    }

    private static void Members(string type, JsonObject members, string[] taken, Names names)
    {
        var known = new Dictionary<string, string>();
        foreach (var (member, schema) in members)
        {
            var obvious = CSharpName.Pascal(member);
            var name = names.Member("member", type, member) ?? (taken.Contains(obvious) ? obvious + "Value" : obvious);
            if (name.Length == 0)
                throw new SpecException("OPGEN004", $"the member '{member}' of {type} has no letter or digit that a C# name could begin with; name it with \"member:{type}/{member}\" in names.json", Origin.Of(schema));
            if (!known.TryAdd(name, member))
                throw new SpecException("OPGEN004", $"members '{known[name]}' and '{member}' of {type} would both be called '{name}'; name one with \"member:{type}/{member}\" in names.json", Origin.Of(schema));
            if (name != obvious || !Plain().IsMatch(member)) schema!["x-op-member"] = name;
        }
    }

    private static string Parameter(string name) => Camel(name) is var camel && (OfEveryMethod.Contains(camel) || Keywords.Contains(camel)) ? camel + "Value" : camel;

    private static string Camel(string name) => CSharpName.Pascal(name) is { Length: > 0 } pascal ? char.ToLowerInvariant(pascal[0]) + pascal[1..] : "value";

    // what a document could well call a parameter
    private static readonly string[] Keywords = ["as", "base", "case", "class", "default", "do", "event", "for", "from", "in", "is", "long", "new", "null", "object", "operator", "out", "params", "private", "public", "ref", "return", "string", "this", "to", "type", "using"];

    // what the templates turn into a name by themselves
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$")]
    private static partial Regex Plain();
}
