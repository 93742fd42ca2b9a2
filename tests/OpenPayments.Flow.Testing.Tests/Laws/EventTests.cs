using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Tests.Laws;

/// <summary>What comes from outside: cancellations, and orders under a grant.</summary>
public sealed class EventTests
{
    private static readonly Uri Finish = new("https://shop.example/payments/1/finish");

    private static readonly TestedFlow OneTime = TestedFlow.OfOrder(new OneTimePayment(
        TestWallets.Alice.Id, TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Bob, 1000), Finish));

    [Fact]
    public void A_payment_in_doubt_that_is_cancelled_is_searched_for_and_not_sent_again()
    {
        var sent = 0;
        var run = Run(OneTime, new ModelSettings(), state =>
            state is not Progress.Asking { Stage: CreatingOutgoingPayment } ? PlannedFault.None
            : ++sent == 1 ? new PlannedFault(FaultKind.LostBefore)
            : sent == 2 ? new PlannedFault(FaultKind.Cancelled)
            : PlannedFault.None);
        Assert.Equal(2, sent);
        Assert.Empty(run.Last.Servers.Payments);
    }

    [Fact]
    public void A_consent_that_comes_too_late_for_the_last_quote_is_given_back()
    {
        var (slow, quotes) = (new PlannedFault(FaultKind.Slow, Seconds: 100), 0);
        var shares = ValueList.OfSeq([Share(TestWallets.Bob), Share(TestWallets.Carol)]);
        var run = Run(TestedFlow.OfOrder(new SplitPayment(TestWallets.Alice.Id, shares, Finish)),
            new ModelSettings(QuoteLives: 60, GrantsAtOnce: true),
            state => state switch
            {
                // in two rounds the first quote has run out when the second comes; in the third both have, when the consent comes
                Progress.Asking { Stage: CreatingQuote } => ++quotes is 2 or 4 ? slow : PlannedFault.None,
                Progress.Asking { Stage: RequestingConsent } => slow,
                _ => PlannedFault.None,
            });
        Assert.Equal(Reason.Codes.QuoteExpired, Assert.IsType<Progress.Failed>(run.End).Reason.Code);
    }

    [Fact]
    public void What_was_seen_to_arrive_stays_known_when_nobody_answers_any_more()
    {
        var asked = 0;
        var order = new RecurringFixedDebit(TestWallets.Alice.Id, TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Alice, 1000),
            "R1/2026-12-01T12:00:00Z/P1D", Finish);
        var run = Run(TestedFlow.OfOrder(order), new ModelSettings(), state => state switch
        {
            Progress.Asking { Stage: CreatingOutgoingPayment } => new PlannedFault(FaultKind.LostAfter),
            Progress.Asking { Stage: SearchingOutgoingPayment } => new PlannedFault(FaultKind.LostBefore),
            Progress.Asking { Stage: AskingReceiver } => ++asked == 1 ? PlannedFault.None : new PlannedFault(FaultKind.LostBefore, Seconds: 90_000),
            _ => PlannedFault.None,
        });
        Assert.Equal(2, asked);
        Assert.NotNull(Assert.IsType<Outcome.Unknown>(run.Last.Told.Single().Outcome).Receipt.Received);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void What_is_ordered_under_a_grant_is_paid_while_the_grant_leaves_enough_whether_or_not_the_server_counts(bool tells)
    {
        var limit = Limit.OfDebit(TestWallets.Amount(TestWallets.Alice, 13_000));
        var order = new FuturePayments(TestWallets.Alice.Id, limit, Finish, ModelServers.Start.AddDays(1));
        ulong[] amounts = [1000, 400, 300];
        var flow = TestedFlow.OfFuturePayments(
            order, amounts.Select(amount => new FuturePayment(TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Bob, amount))));
        var run = Run(flow, new ModelSettings(TellsSpent: tells), _ => PlannedFault.None);
        Assert.Equal([typeof(Outcome.Paid), typeof(Outcome.Paid), typeof(Outcome.Unpaid)], run.Last.Told.Select(told =>
            told.Outcome.GetType()));
    }

    private static Share Share(WalletAddress wallet) => new(wallet.Id, TestWallets.Amount(wallet, 500));

    private static Run Run(TestedFlow flow, ModelSettings settings, Func<Progress, PlannedFault> faults)
    {
        var run = Runner.Run(new Scenario(flow, settings, [], []), Testing.Laws.All, (_, state) => faults(state));
        Assert.True(run.Broken is null, run.ToString());
        return run;
    }
}
