using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace OpenPayments.Flow.Tests.Storage;

/// <summary>What is read is read strictly: an unknown member or a missing one means that another version wrote it.</summary>
public sealed class StrictnessTests
{
    private static readonly string[] Discriminators = ["flow", "at", "stage", "found", "held"];

    private static readonly Progress.Asking Asking = new(Given.Journal([.. Given.Findings]).With(Given.HeldGrant), Stages.CreatingQuote);

    /// <summary>One of each case, in a state, and where it stands there.</summary>
    private static readonly IReadOnlyList<(object Case, FlowState In, string[] At)> Cases =
    [
        .. Orders.All.Select(order => ((object)order, new FlowState(order, Asking), new[] { "Order" })),
        .. Stages.All.Select(stage => ((object)stage, In(Asking with { Stage = stage }), new[] { "Progress", "Stage" })),
        .. Given.Findings.Select(finding => ((object)finding, In(new Progress.Asking(Given.Journal(finding), Stages.CreatingQuote)),
            new[] { "Progress", "Journal", "Entries", "0", "Finding" })),
        .. new Authority[] { Given.HeldToken, Given.HeldGrant }.Select(held => ((object)held, In(new Progress.Releasing([held], Asking)),
            new[] { "Progress", "Held", "0" })),
        .. new Progress[]
        {
            Asking, new Progress.Waiting(Given.Noon, Asking), new Progress.Releasing([Given.HeldToken], Asking, 1),
            new Progress.Completed(Result.Of(Given.Paid)), new Progress.Partial(Given.Reason, Result.OfTotals(Given.Totals)),
            new Progress.Failed(Given.Reason, Result.Of(Given.Unpaid)), new Progress.Uncertain(Given.Reason, Result.Of(Given.Unknown)),
            new Progress.Cancelled(Given.Reason, Result.Of(Given.Unpaid)),
        }.Select(progress => ((object)progress, In(progress), new[] { "Progress" })),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Case.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_written_is_read_back_equal(string name)
    {
        Assert.Equal(Of(name).In, Read(Json(Of(name).In)));
        Assert.Equal(Of(name).In.Progress, ProgressJson.Read(ProgressJson.Write(Of(name).In.Progress)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_unknown_member_is_refused(string name) => Refuses(name, members => members["More"] = 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_missing_member_is_refused(string name)
    {
        foreach (var member in Members(name).Where(member => !HasDefault(name, member))) Refuses(name, members => members.Remove(member));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Null_in_place_of_a_value_is_refused(string name)
    {
        foreach (var member in Members(name).Where(member => !IsOptional(name, member))) Refuses(name, members => members[member] = null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_that_nobody_knows_is_refused(string name)
    {
        foreach (var unknown in new JsonNode?[] { JsonValue.Create("nowhere"), JsonValue.Create(7), null })
            Refuses(name, members => members[Discriminators.Single(members.ContainsKey)] = unknown?.DeepClone());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_discriminator_and_the_format_may_come_last(string name)
    {
        var (root, at) = Find(name);
        Last(at, Discriminators.Single(at.ContainsKey));
        Last(root.AsObject(), "Format");
        Assert.Equal(Of(name).In, Read(root.ToJsonString()));

        static void Last(JsonObject members, string member)
        {
            var value = members[member]!.DeepClone();
            members.Remove(member);
            members[member] = value;
        }
    }

    private static FlowState In(Progress progress) => new(Orders.OneTime, progress);

    private static (object Case, FlowState In, string[] At) Of(string name) => Cases.Single(c => c.Case.GetType().Name == name);

    private static string Json(FlowState state) => Encoding.UTF8.GetString(FlowJson.Write(state));

    private static FlowState Read(string json) => FlowJson.Read(Encoding.UTF8.GetBytes(json));

    private static (JsonNode Root, JsonObject At) Find(string name)
    {
        var root = JsonNode.Parse(Json(Of(name).In))!;
        return (root, Of(name).At.Aggregate(root, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!).AsObject());
    }

    private static void Refuses(string name, Action<JsonObject> change)
    {
        var (root, at) = Find(name);
        change(at);
        Assert.Throws<JsonException>(() => Read(root.ToJsonString()));
    }

    private static List<string> Members(string name) => [.. Find(name).At.Select(member => member.Key).Except(Discriminators)];

    private static bool IsOptional(string name, string member) =>
        new NullabilityInfoContext().Create(Of(name).Case.GetType().GetProperty(member)!).ReadState == NullabilityState.Nullable;

    /// <summary>A new version may add a member with a default: older states do not have it.</summary>
    private static bool HasDefault(string name, string member) =>
        Of(name).Case.GetType().GetConstructors()[0].GetParameters().Any(p => p.Name == member && p.HasDefaultValue);
}
