using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Answers about an outgoing payment that contradict the order: followed all the same, and told with both sides.</summary>
public sealed class ContradictionTests
{
    public static TheoryData<string> Names => [.. Answers.Keys];

    private static Dictionary<string, (OutgoingPayment Answer, string Told)> Answers { get; } = new()
    {
        ["quote"] = (Bodies.Outgoing(0) with { QuoteId = Bodies.Foreign().QuoteId },
            "its quoteId is https://cloudnine.example/tenant/quotes/other, and https://cloudnine.example/tenant/quotes/1 was asked for"),
        ["receiver"] = (Bodies.Outgoing(0) with { Receiver = Bodies.Foreign().Receiver },
            "its receiver is https://happylife.example/tenant/incoming-payments/other, "
                + "and https://happylife.example/tenant/incoming-payments/1 was asked for"),
        ["wallet"] = (Bodies.Outgoing(0) with { WalletAddress = Given.Bob.Id },
            "its walletAddress is https://happylife.example/bob, and https://cloudnine.example/alice was asked for"),
        ["debit"] = (Bodies.Outgoing(0) with { DebitAmount = Given.Euros(999_999) },
            "its debitAmount is 999.999 EUR, and 11.320 EUR was asked for"),
        ["debit asset"] = (Bodies.Outgoing(0) with { DebitAmount = Given.Dollars(11_320) },
            "its debitAmount is 113.20 USD, and 11.320 EUR was asked for"),
        ["receive"] = (Bodies.Outgoing(0) with { ReceiveAmount = Given.Dollars(1) },
            "its receiveAmount is 0.01 USD, and 10.00 USD was asked for"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_creation_that_is_answered_with_something_else_is_followed_and_remembered(string name)
    {
        var outgoing = Stages.CreatingOutgoingPayment.After(Reply.Body(Bodies.Created(Answers[name].Answer))).Finds<Outgoing>();
        Assert.Equal((Given.Outgoing.Id, Answers[name].Told), (outgoing.Id, outgoing.Contradiction));
        Assert.Equal(Answers[name].Told,
            Assert.IsType<FollowingOutgoingPayment>(SettlementStage.First(outgoing, Given.Incoming)).Sight.Contradiction);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_uncertain_then_though_all_arrived_and_says_both_sides(string name)
    {
        var confirming = Stages.FollowingOutgoingPayment.After(Reply.Body(Answers[name].Answer)).Goes<ConfirmingArrival>();
        var unknown = confirming.After(Received(1000)).Finds<Outcome.Unknown>();
        Assert.Equal((Reason.Codes.PaymentContradicted, "settlement", Fault.Provider),
            (unknown.Reason.Code, unknown.Reason.Step, unknown.Reason.Fault));
        Assert.Contains(Answers[name].Told, unknown.Reason.Detail, StringComparison.Ordinal);
        Assert.Equal(Given.Dollars(1000), unknown.Receipt.Received);
        confirming.After(Received(999)).Waits();
    }

    [Fact]
    public void What_is_read_under_another_id_is_not_this_payment()
    {
        var other = Bodies.Outgoing(11_000) with { Id = Bodies.Foreign().Id };
        var sight = Stages.FollowingOutgoingPayment.After(Reply.Body(other)).Goes<ConfirmingArrival>().Sight;
        Assert.Null(sight.Sent);
        Assert.Contains("its id is https://cloudnine.example/tenant/outgoing-payments/other", sight.Contradiction,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_puts_it_right_later_is_believed()
    {
        var following = Stages.FollowingOutgoingPayment with { Sight = new Sight(Contradiction: "it debits too much") };
        Assert.Null(following.After(Reply.Body(Bodies.Outgoing(11_000))).Goes<ConfirmingArrival>().Sight.Contradiction);
    }

    [Theory]
    [MemberData(nameof(NoWebUrls.All), MemberType = typeof(NoWebUrls))]
    public void An_id_that_is_no_absolute_web_url_is_not_called_and_the_receiver_is_asked(string url)
    {
        var outgoing = Stages.CreatingOutgoingPayment.After(Reply.Body(Bodies.Created() with { Id = NoWebUrls.Of(url) })).Finds<Outgoing>();
        Assert.Null(outgoing.Id);
        Assert.Equal($"its id is \"{url}\", which is no absolute http(s) URL", outgoing.Contradiction);
        var confirming = Assert.IsType<ConfirmingArrival>(SettlementStage.First(outgoing, Given.Incoming));
        Assert.Equal(Reason.Codes.PaymentContradicted, confirming.After(Received(1000)).Finds<Outcome.Unknown>().Reason.Code);
    }

    [Fact]
    public void A_contradiction_is_shown_while_the_payment_is_followed()
    {
        var stage = Stages.FollowingOutgoingPayment with { Sight = new Sight(Contradiction: "its debitAmount is 999.999 EUR") };
        var summary = FlowSummary.Of(new FlowState(Orders.OneTime, new Progress.Asking(Given.Journal(), stage)));
        Assert.Equal(Reason.Codes.PaymentContradicted, summary.Reason?.Code);
    }

    [Fact]
    public void Spent_amounts_in_another_asset_are_not_counted() => Assert.Equal(Reason.Codes.AnswerMismatch,
        Stages.ReadingSpentAmounts.After(Reply.Body(Bodies.Spent(Given.Dollars(1), null))).Stops().Code);

    private static Answer<IncomingPaymentView> Received(ulong dollars) =>
        Reply.Body<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(dollars)));
}
