using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>For every stage, what each kind of answer leads to, in one table. The examples of each step go into detail.</summary>
public sealed class EveryAnswerTests
{
    /// <summary>Stages without "OutgoingPayment" in their names.</summary>
    private const string Settled = """
        stage                   | body                 | refused (400)        | token is dead
        ReadingWalletAddress    | finds Wallet         | stops                | stops
        RequestingGrant         | finds Grant          | stops                | stops
        CreatingIncomingPayment | finds Incoming       | stops                | to RenewingToken
        CreatingQuote           | finds PaymentQuote   | stops                | to RenewingToken
        RequestingConsent       | to AwaitingReturn    | stops                | stops
        ContinuingGrant         | finds Consent        | stops                | stops
        Creating                | finds Outgoing       | stops                | to RenewingToken
        Searching               | finds Outgoing       | later Creating       | to RenewingToken
        AskingReceiver          | finds Outgoing       | later Searching      | to AskingReceiver
        Following               | to ConfirmingArrival | to ConfirmingArrival | to RenewingToken
        ConfirmingArrival       | finds Paid           | later Following      | to ConfirmingArrival
        ReadingSpentAmounts     | finds SpentSoFar     | stops                | to RenewingToken
        RenewingToken           | replaces             | to RenewingToken     | to RenewingToken
        """;

    private const string Unsettled = """
        stage                   | too many (429)       | broken (500)         | lost
        ReadingWalletAddress    | later                | later                | later
        RequestingGrant         | later                | later                | later
        CreatingIncomingPayment | later                | later                | later
        CreatingQuote           | later                | later                | later
        RequestingConsent       | later                | later                | later
        ContinuingGrant         | later                | to ContinuingGrant   | to ContinuingGrant
        Creating                | later                | to Searching         | to Searching
        Searching               | later Creating       | later Creating       | later Creating
        AskingReceiver          | later Searching      | later Searching      | later Searching
        Following               | to ConfirmingArrival | to ConfirmingArrival | to ConfirmingArrival
        ConfirmingArrival       | later Following      | later Following      | later Following
        ReadingSpentAmounts     | later                | later                | later
        RenewingToken           | later CreatingQuote  | to RenewingToken     | to RenewingToken
        """;

    public static TheoryData<string, string> Rows =>
        [.. Settled.Split('\n').Skip(1).Zip(Unsettled.Split('\n').Skip(1), (one, other) => new TheoryDataRow<string, string>(one, other))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_answer_leads_somewhere(string settled, string unsettled)
    {
        var (one, other) = (settled.Split('|', StringSplitOptions.TrimEntries), unsettled.Split('|', StringSplitOptions.TrimEntries));
        Assert.Equal(one[0], other[0]);
        var stage = Stages.All.Single(stage => Short(stage) == one[0]);
        Assert.Equal(one[1], In(stage, Honest(stage)));
        Assert.Equal(one[2], In(stage, AnyRequest.Refused(stage, new Refusal(400))));
        Assert.Equal(one[3], In(stage, AnyRequest.Refused(stage, new Refusal(403, "403", "Inactive Token"))));
        Assert.Equal(other[1], In(stage, AnyRequest.Refused(stage, new Refusal(429))));
        Assert.Equal(other[2], In(stage, AnyRequest.Refused(stage, new Refusal(500))));
        Assert.Equal(other[3], In(stage, AnyRequest.Lost(stage, Given.Noon)));
    }

    [Fact]
    public void The_tables_have_every_stage_that_asks_a_server()
    {
        var remote = Stages.All.Where(stage => stage.Next() is Step<Transition>.Remote).Select(Short);
        Assert.Equal(remote, Settled.Split('\n').Skip(1).Select(row => row.Split(' ')[0]));
        Assert.Equal(Sorted(Stages.Cases), Sorted(Stages.All.Select(stage => stage.GetType())));

        static IEnumerable<string> Sorted(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Nothing_is_put_off_without_an_end()
    {
        foreach (var stage in Stages.All.Where(
            stage => stage.Next() is Step<Transition>.Remote and not Step<Transition>.Ask<ListOutgoingPaymentsResponse>))
        {
            var (late, at) = (stage with { Tries = 100 }, Given.Noon.AddDays(40));
            if (late is RenewingToken renewing) late = renewing with { Then = renewing.Then with { Tries = 100 } };
            Assert.IsNotType<Transition.Later>(AnyRequest.Refused(late, new Refusal(429), at));
            Assert.IsNotType<Transition.Later>(AnyRequest.Refused(late, new Refusal(500), at));
            Assert.IsNotType<Transition.Later>(AnyRequest.Lost(late, at));
        }
    }

    [Fact]
    public void Only_what_does_harm_twice_must_not_be_repeated() => Assert.Equal(
        [nameof(ContinuingGrant), nameof(CreatingOutgoingPayment), nameof(RenewingToken)],
        Stages.All.Where(stage => stage.Next() is Step<Transition>.Remote { MustNotRepeat: true }).Select(stage => stage.GetType().Name));

    private static string Short(Stage stage) => stage.GetType().Name.Replace("OutgoingPayment", "", StringComparison.Ordinal);

    private static string In(Stage stage, Transition transition) => transition switch
    {
        Transition.To(var next, _) => $"to {Short(next)}",
        Transition.Later(_, var next) => next.GetType() == stage.GetType() ? "later" : $"later {Short(next)}",
        Transition.Replaced => "replaces",
        Transition.Found(var finding) => $"finds {finding.GetType().Name}",
        Transition.Interrupted(Interruption.Expired, _) => "expires",
        Transition.Interrupted(Interruption.Stopped(Outcome.Unknown), _) => "unknown",
        Transition.Interrupted => "stops",
        _ => throw new InvalidOperationException($"{transition}"),
    };

    private static Transition Honest(Stage stage) => stage switch
    {
        ReadingWalletAddress => stage.After(Reply.Body(Bodies.Wallet(Given.Alice))),
        RequestingGrant => stage.After(Reply.Body(Bodies.Granted("incoming"))),
        CreatingIncomingPayment => stage.After(Reply.Body(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0)))),
        CreatingQuote => stage.After(Reply.Body(Bodies.Quote())),
        RequestingConsent => stage.After(Reply.Body(Bodies.InteractionRequired())),
        ContinuingGrant => stage.After(Reply.Body(Bodies.Continued("outgoing"))),
        CreatingOutgoingPayment => stage.After(Reply.Body(Bodies.Created())),
        SearchingOutgoingPayment => stage.After(Reply.Body(Bodies.Page(null, Bodies.Outgoing(0)))),
        FollowingOutgoingPayment => stage.After(Reply.Body(Bodies.Outgoing(11_000))),
        AskingReceiver or ConfirmingArrival =>
            stage.After(Reply.Body<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000)))),
        ReadingSpentAmounts => stage.After(Reply.Body(Bodies.Spent(null, null))),
        RenewingToken => stage.After(Reply.Body(Bodies.Rotated("fresh"))),
        _ => throw new InvalidOperationException($"{stage}"),
    };
}
