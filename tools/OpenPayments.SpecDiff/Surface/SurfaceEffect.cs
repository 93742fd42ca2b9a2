namespace OpenPayments.SpecDiff;

/// <summary>What a change of the surface asks of the code above it.</summary>
public static class SurfaceEffect
{
    /// <summary>Whether code that used the type as it was may no longer compile.</summary>
    public static bool IsBreaking(TypeChange change) => change.Status != Status.Added && (change.Status != Status.Changed || Reasons(change).Count > 0);

    /// <summary>In one sentence.</summary>
    public static string Of(TypeChange change) => change.Status switch
    {
        Status.Added => "breaks nothing",
        Status.Removed => "**breaks** the code that names it",
        Status.Renamed => "**breaks** the code that names it, until it says the new name",
        _ => Reasons(change) is { Count: > 0 } reasons ? $"**breaks** {string.Join(", and ", reasons)}" : IsInterface(change) ? "breaks nothing but other implementations of it" : "breaks nothing",
    };

    private static List<string> Reasons(TypeChange change)
    {
        List<string> reasons = [];
        var gone = change.Removed.Where(l => !IsMatch(l)).ToList();
        if (change.Removed.Any(IsMatch)) reasons.Add("every `Match` over it, whose cases are others now");
        if (gone.Any(IsHeading)) reasons.Add("the code that relies on what kind of type it is");
        if (gone.Any(l => !IsHeading(l))) reasons.Add("the code that uses a member above with a minus");
        if (Kept(change).Any(l => l.Contains(" required ", StringComparison.Ordinal))) reasons.Add("the code that makes one without the required member above with a plus");
        return reasons;
    }

    /// <summary>New members, but for those of a nested type that is new itself: nobody makes one yet.</summary>
    private static IEnumerable<string> Kept(TypeChange change)
    {
        var come = change.Added.Where(IsHeading).Select(l => l.Split(' ')[1]).Except(change.Removed.Where(IsHeading).Select(l => l.Split(' ')[1])).ToList();
        return change.Added.Where(l => !IsHeading(l) && !come.Any(c => l.StartsWith($"    {c[(c.IndexOf('.', StringComparison.Ordinal) + 1)..]}: ", StringComparison.Ordinal)));
    }

    private static bool IsHeading(string line) => !line.StartsWith(' ');

    private static bool IsMatch(string line) => line.Contains(" Match(", StringComparison.Ordinal);

    private static bool IsInterface(TypeChange change) => change.Name.Length > 1 && change.Name[0] == 'I' && char.IsUpper(change.Name[1]) && change.Name.EndsWith("Api", StringComparison.Ordinal);
}
