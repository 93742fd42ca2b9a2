using OpenPayments.Flow;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Flow.Testing;
using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;
using Xunit;

namespace TestingPlans;

/// <summary>A plan of a team's own, that gives once, and one with a bug in it, that gives again whatever became of the first.</summary>
public class GiftTests
{
    private static readonly Amount Ten = new() { Value = 1000, AssetCode = "USD", AssetScale = 2 };

    private static readonly Amount Most = new() { Value = 30_000, AssetCode = "EUR", AssetScale = 3 };

    private static readonly IntendedPayment[] Intended = [new(TestWallets.Bob.Id, Receive: Ten, Debit: null)];

    [Fact]
    public void A_gift_keeps_every_law() => Assert.Empty(Search(Gift(often: 1)).Broken);

    [Fact]
    public void A_gift_that_is_given_again_is_found() =>
        Assert.Contains(Search(Gift(often: 2)).Broken, one => one.Law.StartsWith(Laws.AtMostOnce.Name, StringComparison.Ordinal));

    [Fact]
    public void A_stored_gift_goes_on_as_it_did()
    {
        var recorded = ReplayCheck.RecordPlan("gift", Gift(often: 1), PlanMachine.Begin(Gift(often: 1)));
        Assert.True(Assert.Single(ReplayCheck.OfPlan(Gift(often: 1), [recorded])).GoesOn);
    }

    private static SearchReport Search(Plan<Result> plan) =>
        ScenarioSearch.Run(TestedFlow.OfPlan("gift", plan, Intended), new SearchOptions(MostFaults: 1));

    private static Plan<Result> Gift(int often) => Plan.Named("gift",
        from sender in Wallets.ReadSender(TestWallets.Alice.Id)
        from receiver in Wallets.ReadReceiver(TestWallets.Bob.Id)
        from consent in Consents.Ask(sender, Limit.OfDebit(Most), new Uri("https://gifts.example/finish/1"))
        from outcomes in Plan.Each(Enumerable.Range(1, often), _ => Give(consent, sender, receiver))
        select Result.Of(outcomes[0]));

    private static Plan<Outcome> Give(Consent consent, Wallet sender, Wallet receiver) =>
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, Ten, null)
        from quoting in Grants.ForQuotes(sender)
        from quote in Quotes.Create(quoting, sender, incoming)
        from outgoing in OutgoingPayments.Create(consent, sender, incoming, quote, null)
        from outcome in Settlement.Follow(outgoing, incoming)
        select outcome;
}
