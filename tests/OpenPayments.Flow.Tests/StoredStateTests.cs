using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace OpenPayments.Flow.Tests;

/// <summary>
/// Stored shapes are a contract: a flow that was under way when a host was replaced must go on in the new one. The files in
/// <c>Stored</c> were written by an earlier version and are never written again; a new shape gets a new file beside them, which is
/// written by running these tests with <c>WRITE_STORED</c> set to this project's folder, where there is none of its name.
/// </summary>
public sealed class StoredStateTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Stored.Folder, "*.txt").Select(file => Path.GetFileName(file))];

    public static TheoryData<string> Names => [.. Orders.All.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_state_loads_and_asks_what_it_asked(string file) => Assert.All(Stored.Read(file), stored => Assert.Equal(stored.Question, Stored.Of(Load(stored)).Question));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_state_is_written_as_it_was(string file) => Assert.All(Stored.Read(file), stored => Assert.Equal(stored.State, Stored.Of(Load(stored)).State));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_state_goes_on(string file) => Assert.All(Stored.Read(file), stored =>
    {
        var step = Flows.Next(Load(stored));
        if (step is not Step<FlowState>.Done) Assert.True(step.Lose("the host is gone", DateTimeOffset.MaxValue.AddYears(-1)).IsRight);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_flow_still_comes_by_the_states_that_are_stored(string name)
    {
        var states = Stored.PlacesOf(Orders.All.Single(order => NameOf(order) == name));
        if (Environment.GetEnvironmentVariable("WRITE_STORED") is { Length: > 0 } project && Path.Combine(project, "Stored", $"{name}.txt") is var path && !File.Exists(path))
            File.WriteAllLines(path, states.Select(Stored.Of).SelectMany(stored => new[] { stored.Question, stored.State }));
        Assert.Equal(states, Stored.Read($"{name}.txt").Select(Load));
    }

    [Fact]
    public void One_of_each_case_is_stored()
    {
        var all = string.Concat(Files.SelectMany(file => Stored.Read(file.Data)).Select(stored => stored.State));
        foreach (var (member, type) in new[] { ("flow", typeof(Order)), ("at", typeof(Progress)), ("stage", typeof(Stage)), ("fact", typeof(Fact)) })
        {
            var cases = type.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(derived => (string)derived.TypeDiscriminator!);
            // with an identity its flow is over, so no state of a guide's flow holds one
            Assert.Empty(cases.Where(name => name != "identity" && !all.Contains($"\"{member}\":\"{name}\"", StringComparison.Ordinal)).Select(name => $"{member} {name}"));
        }
    }

    [Fact]
    public void Every_case_has_an_example()
    {
        Assert.Equal(Names(Stages.Cases), Names(Stages.All.Select(stage => stage.GetType())));
        Assert.Equal(Names(Derived(typeof(Fact))), Names(Given.Facts.Select(fact => fact.GetType())));
        Assert.Equal(Names(Derived(typeof(Order))), Names(Orders.All.Select(order => order.GetType())));

        static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
        static IEnumerable<Type> Derived(Type type) => type.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType);
    }

    /// <summary>As it is stored: one-time-payment.</summary>
    private static string NameOf(Order order) => JsonDocument.Parse(FlowJson.Write(new FlowState(order, new Progress.Failed(Given.Reason, Result.Of(Given.Unpaid)))))
        .RootElement.GetProperty("Order").GetProperty("flow").GetString()!;

    private static FlowState Load(Stored stored) => FlowJson.Read(Encoding.UTF8.GetBytes(stored.State));
}
