using System.Text;
using System.Text.Json;
using Xunit;

namespace OpenPayments.Flow.Tests.Storage;

/// <summary>A stored state says its format: a newer one is left alone, one without is refused, and both are told in a sentence.</summary>
public sealed class FormatTests
{
    private static readonly FlowState State = Orders.OneTime.Started();

    private static string Written => Encoding.UTF8.GetString(FlowJson.Write(State));

    [Fact]
    public void What_is_written_says_format_1_and_which_plan_wrote_it()
    {
        Assert.StartsWith("""{"Format":1,"Order":{"flow":"one-time-payment",""", Written, StringComparison.Ordinal);
        Assert.Contains("""
            "Journal":{"Plan":"one-time-payment",
            """, Written, StringComparison.Ordinal);
        Assert.StartsWith("""{"Format":1,"Progress":{"at":"asking",""", Encoding.UTF8.GetString(ProgressJson.Write(State.Progress)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Format":2,"Order":{"flow":"of-tomorrow"},"Progress":{"at":"elsewhere"},"More":true}""", 2)]
    [InlineData("""{"Progress":{"Format":1},"Format":7}""", 7)]
    public void A_newer_format_is_left_alone_whatever_else_stands_in_it(string json, int format)
    {
        foreach (var read in Reads)
        {
            var e = Assert.Throws<NewerFormatException>(() => read(Encoding.UTF8.GetBytes(json)));
            Assert.Equal(format, e.Format);
            Assert.StartsWith($"This state is of format {format}, and this release reads up to 1.", e.Message, StringComparison.Ordinal);
            Assert.EndsWith("A newer release wrote it: leave it to a host of that release.", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"Order":{"flow":"wallet-ownership","Format":1},"Progress":{"at":"asking","Learnt":[]}}""")]
    [InlineData("""{"Format":null,"Order":{},"Progress":{}}""")]
    [InlineData("""{"Format":"1","Order":{},"Progress":{}}""")]
    [InlineData("""{"Format":0,"Order":{},"Progress":{}}""")]
    [InlineData("""{"Format":1.5,"Order":{},"Progress":{}}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_state_without_a_format_is_refused_with_a_sentence_that_says_so(string json)
    {
        foreach (var read in Reads)
            Assert.Equal("This state does not say its format. It was written before the first release, and cannot be carried on.",
                Assert.Throws<JsonException>(() => read(Encoding.UTF8.GetBytes(json))).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("""{"Format":1,"Order":null,"Progress":null}""")]
    [InlineData("""{"Format":1}""")]
    public void What_is_no_state_is_refused(string json) =>
        Assert.All(Reads, read => Assert.ThrowsAny<JsonException>(() => read(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void A_null_in_a_list_is_refused() => Assert.Throws<JsonException>(() =>
        FlowJson.Read(Encoding.UTF8.GetBytes(Written.Replace("\"Entries\":[]", "\"Entries\":[null]", StringComparison.Ordinal))));

    [Fact]
    public void A_state_of_another_plan_is_refused_with_both_names()
    {
        var (one, other) = (Plan.Named("rent", Orders.OneTime.ToPlan()), Plan.Named("rent-2", Orders.OneTime.ToPlan()));
        var e = Assert.Throws<PlanMismatchException>(() =>
            PlanMachine.Next(other, ProgressJson.Read(ProgressJson.Write(PlanMachine.Begin(one)))));
        Assert.Equal(("plan rent", "plan rent-2"), (e.Found, e.Expected));
    }

    private static Action<byte[]>[] Reads => [json => FlowJson.Read(json), json => ProgressJson.Read(json)];
}
