using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>For every stage, what each kind of answer leads to, in one table. The examples of each piece go into detail.</summary>
public sealed class EveryAnswerTests
{
    private const string Table = """
        stage            | body             | refused (400)   | token is dead | too many (429)  | broken (500)    | lost
        Discovering      | learns Wallet    | stops           | stops         | later           | later           | later
        Granting         | learns Grant     | stops           | stops         | later           | later           | later
        CreatingIncoming | learns Incoming  | stops           | rotates       | later           | later           | later
        Quoting          | learns Quoted    | stops           | rotates       | later           | later           | later
        DrawingNonce     | to Seeking       | stops           | stops         | later           | later           | later
        Seeking          | to Awaiting      | stops           | stops         | later           | later           | later
        Awaiting         | later Continuing | the same        | the same      | the same        | the same        | the same
        Continuing       | learns Consent   | stops           | stops         | later           | to DrawingNonce | to DrawingNonce
        Marking          | to Creating      | stops           | rotates       | later           | later           | later
        Creating         | learns Made      | to Looking      | rotates       | later           | to Looking      | to Looking
        Looking          | learns Made      | unknown         | rotates       | later           | later           | later
        Following        | to Confirming    | to Confirming   | rotates       | to Confirming   | to Confirming   | to Confirming
        Confirming       | learns Paid      | later Following | to Confirming | later Following | later Following | later Following
        ReadingSpent     | learns Spent     | stops           | rotates       | later           | later           | later
        Pausing          | learns Reached   | the same        | the same      | the same        | the same        | the same
        """;

    public static TheoryData<string, string, string, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string, string, string>();
            foreach (var row in Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries))) rows.Add(row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_answer_leads_somewhere(string name, string body, string refused, string dead, string tooMany, string broken, string lost)
    {
        var stage = Stages.Of(name);
        Assert.Equal(body, In(stage, Honest(stage)));
        Assert.Equal(refused, In(stage, Answers.Refused(stage, new Refusal(400))));
        Assert.Equal(dead, In(stage, Answers.Refused(stage, new Refusal(403, "403", "Inactive Token"))));
        Assert.Equal(tooMany, In(stage, Answers.Refused(stage, new Refusal(429))));
        Assert.Equal(broken, In(stage, Answers.Refused(stage, new Refusal(500))));
        Assert.Equal(lost, In(stage, Answers.Lost(stage, Given.Noon)));
    }

    [Fact]
    public void The_table_has_every_stage() =>
        Assert.Equal(Stages.Cases.Select(type => type.Name).Order(StringComparer.Ordinal), Table.Split('\n').Skip(1).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_put_off_without_an_end()
    {
        foreach (var stage in Stages.All.Where(stage => stage is not (Consenting.Awaiting or Pausing)))
        {
            var late = stage with { Tries = 100 };
            var at = Given.Noon.AddDays(2);
            Assert.IsNotType<Turn.Later>(Answers.Refused(late, new Refusal(429), at));
            Assert.IsNotType<Turn.Later>(Answers.Refused(late, new Refusal(500), at));
            Assert.IsNotType<Turn.Later>(Answers.Lost(late, at));
        }
    }

    private static string In(Stage stage, Turn turn) => turn switch
    {
        Turn.To(var next) => next == stage ? "the same" : $"to {next.GetType().Name}",
        Turn.Later(_, var next) => next.GetType() == stage.GetType() ? "later" : $"later {next.GetType().Name}",
        Turn.Rotate => "rotates",
        Turn.Learnt(var fact) => $"learns {fact.GetType().Name}",
        Turn.BrokenOff(Interruption.Stale) => "runs out",
        Turn.BrokenOff(Interruption.Stopped(Outcome.Unknown)) => "unknown",
        Turn.BrokenOff => "stops",
        _ => throw new InvalidOperationException($"{turn}"),
    };

    private static Turn Honest(Stage stage) => stage switch
    {
        Discovering => stage.After(Said.Yes(Bodies.Wallet(Given.Alice))),
        Granting => stage.After(Said.Yes(Bodies.Granted("incoming"))),
        CreatingIncoming => stage.After(Said.Yes(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0)))),
        Quoting => stage.After(Said.Yes(Bodies.Quote())),
        Consenting.DrawingNonce => stage.After(Said.Yes(Given.Pending.Nonce)),
        Consenting.Seeking => stage.After(Said.Yes(Bodies.InteractionRequired())),
        Consenting.Awaiting => stage.After(Said.Yes<InteractionResult>(new InteractionResult.Approved(Convert.ToBase64String(
            InteractionHash.Of(Given.Pending.Nonce, Given.Pending.Finish, Stages.Continuing.InteractRef, Given.Alice.AuthServer.OriginalString)), Stages.Continuing.InteractRef))),
        Consenting.Continuing => stage.After(Said.Yes(Bodies.Continued("outgoing"))),
        Paying.Marking => stage.After(Said.Yes(new Mark("mark-1"))),
        Paying.Creating => stage.After(Said.Yes(Bodies.Created())),
        Paying.Looking => stage.After(Said.Yes(Bodies.Page(null, Bodies.Outgoing(0)))),
        Settling.Following => stage.After(Said.Yes(Bodies.Outgoing(11_000))),
        Settling.Confirming => stage.After(Said.Yes<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000)))),
        ReadingSpent => stage.After(Said.Yes(Bodies.Spent(null, null))),
        Pausing s => stage.After(Said.Yes(new Elapsed(), s.Until)),
        _ => throw new InvalidOperationException($"{stage}"),
    };
}
