using System.Text.Json;

namespace OpenPayments.Flow.Testing;

/// <summary>Says how two questions differ. Values are not shown: they may be secrets.</summary>
internal static class QuestionDifference
{
    /// <summary>A sentence; null where they are the same.</summary>
    public static string? Between(string was, string isNow)
    {
        if (was == isNow) return null;
        var (before, after) = (was.Split('\n', 2), isNow.Split('\n', 2));
        if (before[0] != after[0]) return $"It asked {Named(before[0])}, and now asks {Named(after[0])}.";
        var members = Members(before[^1]) is { } old && Members(after[^1]) is { } fresh
            ? old.Keys.Union(fresh.Keys).Where(name => old.GetValueOrDefault(name) != fresh.GetValueOrDefault(name)).ToList()
            : [];
        return members.Count == 0
            ? $"It asks {Named(after[0])} as before, and until another time or at another place."
            : $"It asks {Named(after[0])} as before, with another {string.Join(", ", members)}.";
    }

    private static string Named(string kind) => kind switch
    {
        "Done" => "nothing more",
        "Draw" => "for a nonce",
        "Wait" => "to wait",
        "Await" => "for an event from outside",
        _ => $"for {kind}",
    };

    private static Dictionary<string, string>? Members(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
