namespace OpenPayments.SpecDiff;

/// <summary>One type of the surface that is not as it was, with the types nested in it.</summary>
/// <param name="Status">What happened to it.</param>
/// <param name="Name">Its name; both, where it has another.</param>
/// <param name="Removed">Lines that are gone.</param>
/// <param name="Added">Lines that have come.</param>
public sealed record TypeChange(Status Status, string Name, IReadOnlyList<string> Removed, IReadOnlyList<string> Added);

/// <summary>Two printed surfaces, compared type by type.</summary>
public static class SurfaceComparison
{
    /// <summary>The types that changed, in order of their names.</summary>
    public static IReadOnlyList<TypeChange> Compare(string before, string after)
    {
        var (old, now) = (Types(before), Types(after));
        List<TypeChange> changes = [];
        var renames = Renames(old, now);
        foreach (var (name, called) in renames)
        {
            changes.Add(new(Status.Renamed, $"{name} is {called} now", [], []));
            // everything that speaks of it is the same as before
            old = old.ToDictionary(t => Say(t.Key, name, called), t => t.Value.Select(l => Say(l, name, called)).Order(StringComparer.Ordinal).ToList());
        }
        foreach (var name in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            if (!old.TryGetValue(name, out var was)) changes.Add(new(Status.Added, name, [], now[name]));
            else if (!now.TryGetValue(name, out var isNow)) changes.Add(new(Status.Removed, name, was, []));
            else if (was.Except(isNow).Any() || isNow.Except(was).Any()) changes.Add(new(Status.Changed, name, [.. was.Except(isNow)], [.. isNow.Except(was)]));
        }
        return changes;
    }

    /// <summary>Types that are gone, with the one that has come and has the same members and nested types.</summary>
    private static List<(string Name, string Called)> Renames(Dictionary<string, List<string>> old, Dictionary<string, List<string>> now)
    {
        var come = now.Keys.Where(n => !old.ContainsKey(n)).ToList();
        List<(string, string)> renames = [];
        foreach (var name in old.Keys.Where(n => !now.ContainsKey(n)))
        {
            if (come.FirstOrDefault(c => old[name].Select(l => Say(l, name, c)).Order(StringComparer.Ordinal).SequenceEqual(now[c].Order(StringComparer.Ordinal))) is not { } called) continue;
            renames.Add((name, called));
            come.Remove(called);
        }
        return renames;
    }

    /// <summary>By outermost type: its heading and members, then those of the types nested in it.</summary>
    private static Dictionary<string, List<string>> Types(string surface)
    {
        var types = new Dictionary<string, List<string>>();
        var (outer, prefix) = ("", "");
        foreach (var line in surface.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith(' '))
            {
                var name = line.Split(' ')[1];
                outer = name.Split('.')[0];
                types.TryAdd(outer, []);
                // a member of a nested type says of which
                prefix = name == outer ? "" : name[(outer.Length + 1)..] + ": ";
                types[outer].Add(line);
            }
            // a case's own Match only repeats that of its union
            else if (prefix.Length == 0 || !line.Contains(" Match(", StringComparison.Ordinal))
            {
                types[outer].Add("    " + prefix + line.Trim());
            }
        }
        return types;
    }

    private static string Say(string text, string name, string called) =>
        System.Text.RegularExpressions.Regex.Replace(text, $@"(?<![\w.]){System.Text.RegularExpressions.Regex.Escape(name)}(?!\w)", called);
}
