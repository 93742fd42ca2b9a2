using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Flow.Testing.Tests.Docs;

/// <summary>The tests of the page docs/testing.md, and what it says that they find.</summary>
public sealed class RentTests
{
    private static readonly (Uri Tenant, Uri Landlord) Both = (TestWallets.Alice.Id, TestWallets.Bob.Id);

    private static readonly IntendedPayment[] Intended =
        [new(Both.Landlord, Receive: new() { Value = 1000, AssetCode = "USD", AssetScale = 2 }, Debit: null)];

    private static readonly TestedFlow Wrong = TestedFlow.OfPlan("rent", Rent.PaidTwice(Both.Tenant, Both.Landlord), Intended);

    private static readonly TestedFlow Right = TestedFlow.OfPlan("rent", Rent.PaidOnce(Both.Tenant, Both.Landlord), Intended);

    [Fact]
    public void Every_rent_with_one_fault_keeps_the_laws() =>
        Assert.Empty(ScenarioSearch.Run(Right, new SearchOptions(MostFaults: 1)).Broken);

    [Fact]
    public void No_rent_that_is_drawn_breaks_a_law() =>
        Prop.ForAll(Scenarios.Of(Gen.Constant(Right)), scenario => Runner.Run(scenario, Testing.Laws.All).Broken is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void A_rent_that_is_paid_twice_is_found_with_one_fault()
    {
        var report = ScenarioSearch.Run(Wrong, new SearchOptions(MostFaults: 1));
        Assert.Contains(report.Broken, one => one.Law.StartsWith(Testing.Laws.AtMostOnce.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stored_rent_goes_on_and_one_of_another_plan_is_told()
    {
        var plan = Rent.PaidOnce(Both.Tenant, Both.Landlord);
        var recorded = ReplayCheck.RecordPlan("rent-at-the-beginning", plan, PlanMachine.Begin(plan));
        Assert.All(ReplayCheck.OfPlan(plan, [recorded]), verdict => Assert.True(verdict.GoesOn, verdict.ToString()));
        var changed = Rent.PaidOnce(Both.Landlord, Both.Tenant);
        Assert.Contains(Both.Landlord.OriginalString, Assert.Single(ReplayCheck.OfPlan(changed, [recorded])).Difference,
            StringComparison.Ordinal);
    }
}
