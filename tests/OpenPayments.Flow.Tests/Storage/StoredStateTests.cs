using System.Text;
using Xunit;

namespace OpenPayments.Flow.Tests.Storage;

/// <summary>
/// Stored states are a contract: a flow that was under way when a host was replaced must go on in the new one. The files in <c>Stored</c>
/// are of format 1, the first of a release. They are never edited and never written again, whatever changes. A new shape gets a new file
/// beside them; it is written by running these tests with <c>WRITE_STORED</c> set to this project's folder, where there is none of its
/// name.
/// </summary>
public sealed class StoredStateTests
{
    private const string OwnPlan = "own-plan.txt";

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Stored.Folder, "*.txt").Select(file => Path.GetFileName(file)).Where(file => file != OwnPlan)];

    public static TheoryData<string> Names => [.. Orders.Names];

    /// <summary>A plan of a team's own: with an identity a guide's flow is over, so only such a plan's journal holds one.</summary>
    private static Plan<Result> Visit { get; } = Plan.Named("visit",
        from wallet in Wallets.ReadSender(Given.Alice.Id)
        from identity in Consents.Identify(wallet, Orders.Finish)
        from due in Pauses.Until(Given.Noon.AddDays(1))
        select new Result([], Identity: identity.Address));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_state_loads_asks_what_it_asked_and_is_written_as_it_was(string file) =>
        Assert.All(Stored.Read(file), stored => Assert.Equal(stored, Stored.Of(Load(stored))));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_state_goes_on(string file) => Assert.All(Stored.Read(file), stored =>
    {
        if (Flows.Next(Load(stored)) is Step<FlowState>.Remote step) Assert.NotEqual(
            Load(stored), step.Lose("the host is gone", DateTimeOffset.MaxValue.AddYears(-1)));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_flow_still_passes_the_states_that_are_stored(string name)
    {
        var states = Stored.PlacesOf(Orders.Of(name));
        Stored.WriteNew($"{name}.txt", states.Select(Stored.Of));
        Assert.Equal(states.Select(Stored.Of), Stored.Read($"{name}.txt"));
    }

    [Fact]
    public void A_plan_of_ones_own_goes_on_from_what_is_stored()
    {
        var known = new JournalEntry(new EntrySubject("sender-wallet-address", Given.Alice.Id.OriginalString), Given.Alice);
        var identity = new JournalEntry(
            new EntrySubject("consent", Given.Alice.Id.OriginalString, $"identity, back to {Orders.Finish.OriginalString}"),
                new Identity(Given.Alice.Id));
        var progress = new Progress.Asking(new Journal("visit", [known, identity]), new Pausing(Given.Noon.AddDays(1)));
        Stored.WriteNew(OwnPlan, [Stored.Of(Visit, PlanMachine.Begin(Visit)), Stored.Of(Visit, progress)]);
        var stored = Stored.Read(OwnPlan);
        Assert.Equal(stored, stored.Select(one => Stored.Of(Visit, ProgressJson.Read(Encoding.UTF8.GetBytes(one.State)))));
        Assert.Equal(progress, ProgressJson.Read(Encoding.UTF8.GetBytes(stored[1].State)));
    }

    [Fact]
    public void One_of_each_case_is_stored()
    {
        var all = string.Concat(Directory.GetFiles(Stored.Folder, "*.txt").Select(File.ReadAllText));
        var members = new[] { ("flow", typeof(Order)), ("at", typeof(Progress)), ("stage", typeof(Stage)), ("found", typeof(Finding)),
            ("held", typeof(Authority)) };
        var missing = members.SelectMany(member => StoredNames.Of(member.Item2).Select(name => $"\"{member.Item1}\":\"{name}\""))
            .Where(name => !all.Contains(name, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_case_has_an_example_and_a_name()
    {
        Same(StoredNames.CasesOf(typeof(Stage)), Stages.All);
        Same(StoredNames.CasesOf(typeof(Finding)), Given.Findings);
        Same(StoredNames.CasesOf(typeof(Order)), Orders.All);
        Same(StoredNames.CasesOf(typeof(Authority)), [Given.HeldToken, Given.HeldGrant]);
        foreach (var hierarchy in new[] { typeof(Order), typeof(Progress), typeof(Stage), typeof(Finding), typeof(Authority),
            typeof(Outcome) })
            Assert.Equal(Sorted(hierarchy.Assembly.GetTypes().Where(type => type.IsSubclassOf(hierarchy) && !type.IsAbstract)),
                Sorted(StoredNames.CasesOf(hierarchy)));

        static void Same(IEnumerable<Type> cases, IEnumerable<object> examples) =>
            Assert.Equal(Sorted(cases), Sorted(examples.Select(one => one.GetType())));

        static IEnumerable<string> Sorted(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
    }

    private static FlowState Load(Stored stored) => FlowJson.Read(Encoding.UTF8.GetBytes(stored.State));
}
