using System.Globalization;
using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>Which values two schemas of one type allow: enumerations, formats, and the keywords that only a validator looks at.</summary>
internal static class ValueComparison
{
    private static readonly string[] AtMost = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] AtLeast = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] Others = ["pattern", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType"];

    public static void Compare(JsonObject before, JsonObject after, string where, Findings found)
    {
        Enumeration(before["enum"] as JsonArray, after["enum"] as JsonArray, where, found);
        Keyword("format", before, after, where, found, (_, _) => ValueRules.Replaced);
        foreach (var keyword in AtMost) Keyword(keyword, before, after, where, found, (old, now) => now < old ? Checked(ValueRules.Narrowed) : Checked(ValueRules.Widened), isChecked: true);
        foreach (var keyword in AtLeast) Keyword(keyword, before, after, where, found, (old, now) => now > old ? Checked(ValueRules.Narrowed) : Checked(ValueRules.Widened), isChecked: true);
        foreach (var keyword in Others) Keyword(keyword, before, after, where, found, (_, _) => Checked(ValueRules.Replaced), isChecked: true);
        if (!JsonNode.DeepEquals(before["default"], after["default"]))
            found.Add(where, $"default {Show(before["default"])} became {Show(after["default"])}", ValueRules.DefaultChanged);
    }

    private static void Enumeration(JsonArray? before, JsonArray? after, string where, Findings found)
    {
        if (before is null && after is null) return;
        if (before is null || after is null)
        {
            found.Add(where, after is null ? "any value is allowed now" : $"only {List(after)} {(after.Count == 1 ? "is" : "are")} allowed now", after is null ? ValueRules.EnumValueAdded : ValueRules.Narrowed);
            return;
        }
        var (old, now) = (before.Select(Show).ToList(), after.Select(Show).ToList());
        foreach (var value in now.Except(old)) found.Add(where, $"new value {value}", ValueRules.EnumValueAdded);
        foreach (var value in old.Except(now)) found.Add(where, $"value {value} removed", ValueRules.EnumValueRemoved);
    }

    private static void Keyword(string keyword, JsonObject before, JsonObject after, string where, Findings found, Func<double, double, Rule> moved, bool isChecked = false)
    {
        var (old, now) = (before[keyword], after[keyword]);
        if (JsonNode.DeepEquals(old, now)) return;
        if (old is null) found.Add(where, $"{keyword} {Show(now)} is asked for now", isChecked ? Checked(ValueRules.Narrowed) : ValueRules.Narrowed);
        else if (now is null) found.Add(where, $"{keyword} {Show(old)} is no longer asked for", isChecked ? Checked(ValueRules.Widened) : ValueRules.Widened);
        else found.Add(where, $"{keyword} {Show(old)} became {Show(now)}", moved(Number(old), Number(now)));
    }

    private static Rule Checked(Rule rule) => rule.Unread("the generated client does not check it");

    private static double Number(JsonNode node) => double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string List(JsonArray values) => string.Join(", ", values.Select(Show));

    private static string Show(JsonNode? value) => value is null ? "none" : $"`{value.AsText() ?? value.ToJsonString()}`";
}
