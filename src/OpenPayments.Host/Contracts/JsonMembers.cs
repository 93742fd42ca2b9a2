using System.Text.Json;

namespace OpenPayments.Host.Contracts;

/// <summary>Takes the members of a JSON object one by one and notes, with its pointer, each that is missing, of the wrong kind, or not asked for.</summary>
internal sealed class JsonMembers
{
    private readonly JsonElement _object;
    private readonly string _at;
    private readonly List<FieldError> _errors;
    private readonly List<string> _taken = [];

    public JsonMembers(JsonElement @object, string at) : this(@object, at, []) { }

    private JsonMembers(JsonElement @object, string at, List<FieldError> errors) => (_object, _at, _errors) = (@object, at, errors);

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>A text of 1 to <paramref name="longest"/> characters without control characters.</summary>
    public string? Text(string name, int longest, string what) => Take(name) switch
    {
        null => Missing<string>(name, what),
        { } member => Text(member, name, longest, what),
    };

    public string? OptionalText(string name, int longest) => Take(name) is { } member ? Text(member, name, longest, "a text") : null;

    public int? Whole(string name, int least, int most, string what)
    {
        if (Take(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var number) && number >= least && number <= most) return number;
        Wrong<string>(name, _object.TryGetProperty(name, out _) ? $"{Path(name)} must be {what}." : $"{Path(name)} is missing: it is {what}.");
        return null;
    }

    public JsonMembers? Object(string name, string what) => Take(name) switch
    {
        null => Missing<JsonMembers>(name, what),
        { ValueKind: JsonValueKind.Object } member => new JsonMembers(member, $"{_at}/{name}", _errors),
        _ => Wrong<JsonMembers>(name, $"{Path(name)} must be a JSON object: {what}."),
    };

    public JsonElement? OptionalObject(string name)
    {
        if (Take(name) is not { } member) return null;
        if (member.ValueKind != JsonValueKind.Object) Wrong<string>(name, $"{Path(name)} must be a JSON object, such as {{\"orderId\":\"42\"}}.");
        return member;
    }

    /// <summary>Refuses the members that nobody took: most likely a misspelt name, whose value would be left out silently.</summary>
    public void NothingElse()
    {
        foreach (var member in _object.EnumerateObject().Where(member => !_taken.Contains(member.Name)))
            Wrong<string>(member.Name, $"{Path(Shown(member.Name))} is not a member of this request. Its members are {string.Join(", ", _taken)}.");
    }

    public T? Wrong<T>(string name, string why) where T : class
    {
        _errors.Add(new FieldError($"{_at}/{Shown(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", why));
        return null;
    }

    private string? Text(JsonElement member, string name, int longest, string what)
    {
        if (member.ValueKind != JsonValueKind.String) return Wrong<string>(name, $"{Path(name)} must be a JSON string: {what}.");
        return member.GetString() is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl)
            ? text
            : Wrong<string>(name, $"{Path(name)} must have 1 to {longest} characters and no control character: it is {what}.");
    }

    private T? Missing<T>(string name, string what) where T : class => Wrong<T>(name, $"{Path(name)} is missing: it is {what}.");

    /// <summary>null and an absent member both mean none.</summary>
    private JsonElement? Take(string name)
    {
        _taken.Add(name);
        return _object.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
    }

    private string Path(string name) => $"{_at}/{name}"["#/".Length..].Replace('/', '.');

    /// <summary>A stranger's name is cut short before it is repeated.</summary>
    private static string Shown(string name) => name.Length <= 64 ? name : name[..64] + "…";
}
