using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Gives each value of an enumeration a C# name: Pascal case, or what names.json says. Two that would get one name are refused.
/// </summary>
public sealed class ValueNames : ITransformation
{
    // what the template prints into every enumeration, and what every struct has
    private static readonly string[] Taken = ["Value", "IsKnown", "Converter", "Equals", "ToString", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "PrintMembers"];

    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var (type, schema) in specs.Documents[0].Schemas)
            if (schema.Obj()["enum"] is JsonArray values) schema.Obj()["x-enumNames"] = Json.Strings(Named(type, values, specs.Names));
    }

    private static List<string> Named(string type, JsonArray values, Names names)
    {
        var known = new List<string>();
        foreach (var value in values)
        {
            var text = value.AsText()!;
            var name = CSharpName.Pascal(text) is { Length: > 0 } pascal ? pascal : $"Value{known.Count + 1}";
            if (name == type || Taken.Contains(name)) name += "Text";
            name = names.Member("value", type, text) ?? name;
            if (known.Contains(name))
                throw new SpecException("OPGEN004", $"values '{values[known.IndexOf(name)].AsText()}' and '{text}' of {type} would both be called '{name}'; name one with \"value:{type}/{text}\" in names.json",
                    Origin.Of(value));
            known.Add(name);
        }
        return known;
    }
}
