using OpenPayments.Flow;
using static OpenPayments.Interop.Tests.EveryFlow.FlowWorld;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>Each guide of Open Payments, carried to its end over real HTTP: what the flow says at its end is what the providers' books say.</summary>
public sealed class NineFlowsTests
{
    [Fact]
    public async Task A_one_time_payment_arrives()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new OneTimePayment(world.Alice, world.Bob, Usd(1000), world.Finish, """{"order":"42"}""")));
        Assert.Equal((1000, -Ended.Debited(result)), (world.Gained(world.Bob), world.Gained(world.Alice)));
        Assert.Equal(1, world.Consents);
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_remittance_with_a_fixed_debit_amount_debits_just_that()
    {
        await using var world = await StartAsync();
        var payment = Assert.IsType<Outcome.Paid>(Assert.Single(Ended.Well(await world.CarryAsync(new FixedDebitRemittance(world.Alice, world.Marisol, Usd(1000), world.Finish))).Payments));
        Assert.Equal((-1000, (int)payment.Receipt.Received!.Value), (world.Gained(world.Alice), world.Gained(world.Marisol)));
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_remittance_with_a_fixed_receive_amount_delivers_just_that()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new FixedReceiveRemittance(world.Alice, world.Marisol, Mxn(20000), world.Finish)));
        Assert.Equal((20000, -Ended.Debited(result)), (world.Gained(world.Marisol), world.Gained(world.Alice)));
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_subscription_pays_once_in_each_period_with_one_consent()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new Subscription(world.Alice, world.Bob, Usd(500), world.Monthly(3), world.Finish)));
        Assert.Equal((3, 1, 1500, -Ended.Debited(result)), (result.Totals!.Paid, world.Consents, world.Gained(world.Bob), world.Gained(world.Alice)));
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_recurring_remittance_with_a_fixed_debit_amount_needs_no_quote_of_ours()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new RecurringFixedDebit(world.Alice, world.Marisol, Usd(1000), world.Monthly(3), world.Finish)));
        Assert.Equal((3, 1, -3000, 0), (result.Totals!.Paid, world.Consents, world.Gained(world.Alice), world.Count("POST", "/quotes")));
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_recurring_remittance_with_a_fixed_receive_amount_asks_for_consent_first()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new RecurringFixedReceive(world.Alice, world.Marisol, Mxn(20000), world.Monthly(3), world.Finish)));
        Assert.Equal((3, 1, 60000, -Ended.Debited(result)), (result.Totals!.Paid, world.Consents, world.Gained(world.Marisol), world.Gained(world.Alice)));
        Assert.True(world.Requests.First(asked => asked.Url.AbsolutePath.EndsWith("/incoming-payments", StringComparison.Ordinal)).At
            > world.Requests.First(asked => asked.Url.AbsolutePath.StartsWith("/continue/", StringComparison.Ordinal)).At);
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_split_payment_pays_everyone_with_one_consent()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new SplitPayment(world.Alice, new([new Share(world.Bob, Usd(700)), new Share(world.Lars, Eur(300))]), world.Finish)));
        Assert.Equal((700, 300, -Ended.Debited(result), 1), (world.Gained(world.Bob), world.Gained(world.Lars), world.Gained(world.Alice), world.Consents));
        world.AssertInOrder();
    }

    [Fact]
    public async Task Under_a_grant_payments_are_ordered_one_by_one_within_its_limit_until_it_is_closed()
    {
        await using var world = await StartAsync();
        var order = new FuturePayments(world.Alice, Limit.OfDebit(Usd(5000), world.Monthly(1)), world.Finish, world.Clock.GetUtcNow().AddDays(1));
        var result = Ended.ResultOf(await world.CarryAsync(
            order, new FuturePayment(world.Bob, Usd(1000)), new FuturePayment(world.Marisol, Mxn(10000)), new FuturePayment(world.Bob, Usd(4000)), new FuturePayment(world.Bob, Usd(200))));
        Assert.Equal((1200, 10000, 1), (world.Gained(world.Bob), world.Gained(world.Marisol), world.Consents));
        Assert.Equal((3, 1), (result.Totals!.Paid, result.Totals.Unpaid));
        Assert.Equal(Reason.Codes.LimitExceeded, Assert.IsType<Outcome.Unpaid>(Assert.Single(result.Totals.Exceptions).Outcome).Reason.Code);
        Assert.Equal((ulong)-world.Gained(world.Alice), result.Spent!.Debit!.Value);
        world.AssertInOrder();
    }

    [Fact]
    public async Task The_owner_of_a_wallet_address_shows_that_it_is_theirs_and_pays_nothing()
    {
        await using var world = await StartAsync();
        var result = Ended.Well(await world.CarryAsync(new WalletOwnership(world.Alice, world.Finish)));
        Assert.Equal((world.Alice, 0, 1), (result.Identity, world.Gained(world.Alice), world.Consents));
        world.AssertInOrder();
    }
}
