namespace OpenPayments.Flow.Testing.Tests.Laws;

/// <summary>
/// What servers were seen to do, one thing at a time, and what is to come of it. The laws say what must not; this says what must.
/// </summary>
public sealed class RowTests
{
    private static readonly TestedFlow OneTime = Payment(TestWallets.Bob.Id);

    public static TheoryData<Quirks> Survived =>
    [
        Quirks.LeavesOutOptional, Quirks.SpellsOtherwise, Quirks.ListLags, Quirks.ListLeavesOut, Quirks.ListIsLong, Quirks.ListIsDown,
        Quirks.SaysFailed, Quirks.SaysNothingSent, Quirks.ReceiverIsDown,
    ];

    public static TheoryData<FaultKind> Doubtful =>
    [
        FaultKind.LostBefore, FaultKind.LostAfter, FaultKind.DeliveredTwice, FaultKind.Garbled, FaultKind.KilledBefore,
            FaultKind.KilledAfter,
        FaultKind.ThrowsBefore, FaultKind.ThrowsAfter, FaultKind.Delayed,
    ];

    [Theory, MemberData(nameof(Survived))]
    public void A_payment_whose_answer_is_lost_is_found_whatever_the_servers_are_like(Quirks quirk) =>
        Assert.IsType<Progress.Completed>(Run(quirk, nameof(CreatingOutgoingPayment), new PlannedFault(FaultKind.LostAfter)).End);

    [Theory, InlineData(Quirks.LeavesOutOptional), InlineData(Quirks.SpellsOtherwise), InlineData(Quirks.ListIsLong)]
    public void A_payment_whose_answer_is_lost_is_found_in_the_list_that_shows_it(Quirks quirk)
    {
        var run = Run(quirk, nameof(CreatingOutgoingPayment), new PlannedFault(FaultKind.LostAfter));
        Assert.NotNull(Assert.IsType<Outcome.Paid>(Assert.Single(run.Result!.Payments)).Receipt.OutgoingPayment);
    }

    [Theory, MemberData(nameof(Doubtful))]
    public void A_payment_is_made_once_and_seen_to_be_whatever_becomes_of_its_request(FaultKind kind)
    {
        var run = Run(Quirks.None, nameof(CreatingOutgoingPayment), new PlannedFault(kind, Seconds: kind == FaultKind.Delayed ? 20 : 0));
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Single(run.Last.Servers.Payments);
    }

    [Theory, InlineData(Quirks.FallsShort, Reason.Codes.SettlementUnknown),
        InlineData(Quirks.ShowsAnotherDebit, Reason.Codes.PaymentContradicted)]
    public void What_is_not_as_agreed_is_uncertain_and_told_with_what_was_seen(Quirks quirk, string code)
    {
        var end = Assert.IsType<Progress.Uncertain>(Run(quirk, "", PlannedFault.None).End);
        Assert.Equal(code, end.Reason.Code);
        Assert.NotNull(Assert.IsType<Outcome.Unknown>(Assert.Single(end.Result.Payments)).Receipt.Received);
    }

    [Theory, InlineData(FaultKind.Refused, 1), InlineData(FaultKind.Garbled, 2)]
    public void A_continuation_that_fails_asks_the_payer_again_only_where_it_was_carried_out(FaultKind kind, int consents)
    {
        var run = Run(Quirks.None, nameof(ContinuingGrant), new PlannedFault(kind, 503));
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal(consents, run.Lines.Count(line => line.Contains("AwaitingReturn Await", StringComparison.Ordinal)));
    }

    [Theory, InlineData(nameof(CreatingQuote)), InlineData(nameof(CreatingIncomingPayment)), InlineData(nameof(ReadingWalletAddress))]
    public void A_garbled_success_before_consent_is_asked_for_again(string stage) =>
        Assert.IsType<Progress.Completed>(Run(Quirks.None, stage, new PlannedFault(FaultKind.Garbled, 200, Refusal.Codes.Unreadable)).End);

    [Theory, InlineData(nameof(CreatingQuote)), InlineData(nameof(ContinuingGrant)), InlineData(nameof(CreatingOutgoingPayment))]
    public void A_key_that_is_not_found_is_told_as_that(string stage)
    {
        var failed = Assert.IsType<Progress.Failed>(Run(Quirks.None, stage, new PlannedFault(FaultKind.KeyNotFound)).End);
        Assert.Equal(Reason.Codes.KeyNotAccepted, failed.Reason.Code);
    }

    [Fact]
    public void How_much_was_to_arrive_and_no_server_said_is_not_called_a_part_of_it()
    {
        var order = new RecurringFixedDebit(TestWallets.Alice.Id, TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Alice, 9000),
            "R1/2026-12-01T12:00:00Z/P1W", new Uri("https://shop.example/payments/1/finish"));
        var settings = new ModelSettings(ClosesAfter: 1, Quirks: Quirks.ListLeavesOut);
        var lost = new Dictionary<string, PlannedFault> { [nameof(CreatingOutgoingPayment)] = new(FaultKind.LostAfter) };
        Assert.IsType<Progress.Uncertain>(Run(TestedFlow.OfOrder(order), settings, lost).End);
    }

    [Fact]
    public void What_was_seen_to_have_arrived_while_a_payment_was_searched_for_is_told_at_the_end()
    {
        var faults = new Dictionary<string, PlannedFault>
        {
            [nameof(CreatingOutgoingPayment)] = new(FaultKind.LostAfter),
            [nameof(ConfirmingArrival)] = new(FaultKind.LostBefore, Seconds: 100_000),
        };
        var run = Run(OneTime, new ModelSettings(Quirks: Quirks.ListLeavesOut), faults);
        Assert.Equal(1000u, Assert.IsType<Outcome.Unknown>(Assert.Single(run.Result!.Payments)).Receipt.Received!.Value);
    }

    [Theory, InlineData(Expiry.Never), InlineData(Expiry.Told)]
    public void A_payment_whose_token_is_dead_is_searched_for_at_the_receivers(Expiry expiry)
    {
        var faults = new Dictionary<string, PlannedFault>
        {
            [nameof(CreatingOutgoingPayment)] = new(FaultKind.LostAfter),
            [nameof(SearchingOutgoingPayment)] = new(FaultKind.TokenRevoked),
        };
        var run = Run(OneTime, new ModelSettings(Expiry: expiry), faults);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.InRange(run.Lines.Count, 1, 60);
    }

    [Fact]
    public void A_server_that_is_always_overloaded_ends_a_payment_though_its_quote_never_does()
    {
        var overloaded = new PlannedFault(FaultKind.Refused, 429);
        var run = Runner.Run(new Scenario(OneTime, new ModelSettings(Expiry: Expiry.Never), [], []), Testing.Laws.All, (_, state) =>
            state is Progress.Asking { Stage: CreatingOutgoingPayment } ? overloaded : PlannedFault.None);
        Assert.True(run.Broken is null, run.ToString());
        Assert.IsType<Progress.Failed>(run.End);
    }

    [Fact]
    public void A_payment_that_could_not_be_sent_was_not_made() =>
        Assert.IsType<Progress.Failed>(Run(Quirks.None, nameof(CreatingOutgoingPayment), new PlannedFault(FaultKind.NotSent)).End);

    [Fact]
    public void Who_is_paid_under_an_address_that_redirects_is_whom_it_leads_to()
    {
        var run = Runner.Run(Scenario.Calm(Payment(TestWallets.BobsOwnDomain)), Testing.Laws.All);
        Assert.True(run.Broken is null, run.ToString());
        Assert.Equal(TestWallets.Bob.Id, Assert.Single(run.Last.Servers.Payments).Receiver);
    }

    private static Run Run(Quirks quirks, string stage, PlannedFault fault) =>
        Run(OneTime, new ModelSettings(Quirks: quirks), new Dictionary<string, PlannedFault> { [stage] = fault });

    /// <summary>Each fault happens once: at the first question of its stage.</summary>
    private static Run Run(TestedFlow flow, ModelSettings settings, Dictionary<string, PlannedFault> faults)
    {
        var run = Runner.Run(new Scenario(flow, settings, [], []), Testing.Laws.All, (_, state) =>
            state is Progress.Asking asking && faults.Remove(asking.Stage.GetType().Name, out var fault) ? fault : PlannedFault.None);
        Assert.True(run.Broken is null, run.ToString());
        return run;
    }

    private static TestedFlow Payment(Uri receiver) => TestedFlow.OfOrder(new OneTimePayment(
        TestWallets.Alice.Id, receiver, TestWallets.Amount(TestWallets.Bob, 1000), new Uri("https://shop.example/payments/1/finish")));
}
