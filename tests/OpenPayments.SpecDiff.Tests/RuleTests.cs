using System.Reflection;

namespace OpenPayments.SpecDiff.Tests;

/// <summary>What every rule says, of either side and in either direction, as it was reviewed: a rule's words are what people act on.</summary>
public class RuleTests
{
    private const string Approved = "rules.txt";

    private static readonly Direction[] Directions = [Direction.Request, Direction.Answer, Direction.Error];

    [Fact]
    public void The_words_of_the_rules_are_the_reviewed_ones()
    {
        var said = string.Concat(new[] { typeof(MemberRules), typeof(OperationRules), typeof(ValueRules) }.SelectMany(Said).Select(line => line + "\n"));
        if (File.Exists(Approved) && File.ReadAllText(Approved) == said) return;
        var file = Path.GetFullPath("actual-" + Approved);
        File.WriteAllText(file, said);
        Assert.Fail($"The rules read otherwise. If that is meant, copy {file} over tests/OpenPayments.SpecDiff.Tests/Approved/{Approved}.");
    }

    private static IEnumerable<string> Said(Type rules)
    {
        foreach (var property in rules.GetProperties(BindingFlags.Public | BindingFlags.Static))
            yield return Line(rules, property.Name, (Verdict)property.GetValue(null)!);
        foreach (var method in rules.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsSpecialName))
            foreach (var arguments in Arguments(method.GetParameters()))
                foreach (var line in Verdicts(method.Invoke(null, arguments)!))
                    yield return Line(rules, $"{method.Name}({string.Join(", ", arguments)}){line.Direction}", line.Verdict);
    }

    private static IEnumerable<(string Direction, Verdict Verdict)> Verdicts(object said) => said is Rule rule
        ? Directions.Select(direction => ($" in {direction}", rule(direction)))
        : [("", (Verdict)said)];

    private static IEnumerable<object[]> Arguments(IEnumerable<ParameterInfo> parameters) => parameters.Aggregate(
        (IEnumerable<object[]>)[[]], (all, parameter) => all.SelectMany(some => Values(parameter.ParameterType).Select(value => (object[])[.. some, value])));

    private static object[] Values(Type type) =>
        type == typeof(bool) ? [false, true]
        : type == typeof(Direction) ? [.. Directions]
        : ["none", "optional", "required"];

    private static string Line(Type rules, string name, Verdict verdict) =>
        $"{rules.Name}.{name}: client {verdict.Client.Harm} ({verdict.Client.Why}); server {verdict.Server.Harm} ({verdict.Server.Why})";
}
