using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>The case of a union that these documents do not know: the templates print it, no schema describes it.</summary>
internal static class Unknown
{
    private const string Name = "Unknown";

    /// <summary>
    /// Notes it last among the cases, and what the reader must know to tell it from a known case that is malformed: the tag, or all
    /// members that the cases name. Without a tag a case that requires nothing would take any object, one with a new limit in it
    /// too: it is read as that case only when it has no member that is new.
    /// </summary>
    public static void Add(string union, JsonObject notes, IReadOnlyList<UnionCase> cases, string? tag)
    {
        if (cases.FirstOrDefault(c => c.Name == Name) is { } taken)
            throw new SpecException("OPGEN004", $"case {taken.Number} of {union} is called '{Name}', as is the case for what a newer server answers; name it with {(taken.IsReference ? $"\"type:{taken.Name}\"" : $"\"case:{union}/{taken.Number}\"")} in names.json", taken.Origin);
        notes["x-op-cases"]!.AsArray().Add(new JsonObject { ["name"] = Name, ["csharp"] = $"{union}.{Name}", ["kind"] = "unknown" });
        notes["x-op-unknown"] = new JsonObject { ["tag"] = tag };
        foreach (var plain in notes["x-op-union"].Items().Select(n => n.Obj()).Where(n => n["members"] is JsonArray { Count: 0 }))
            plain["only"] = Json.Strings(cases.SelectMany(c => c.Members.Select(m => m.Key)).Distinct());
    }
}
