using OpenPayments.Flow;
using OpenPayments.Flow.Plans;
using OpenPayments.Sandbox.Faults;
using static OpenPayments.Interop.Tests.EveryFlow.FlowWorld;
using Fault = OpenPayments.Sandbox.Faults.Fault;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>What goes wrong on the way, made to happen at the providers. Each time the books say what the flow says.</summary>
public sealed class TroubleTests
{
    private static readonly TimeSpan QuoteLifetime = TimeSpan.FromSeconds(301);

    private static OneTimePayment TenDollars(FlowWorld world) => new(world.Alice, world.Bob, Usd(1000), world.Finish);

    private static async Task CarriedThroughAsync(FlowWorld world, Order order, int consents = 1)
    {
        var result = Ended.Well(await world.CarryAsync(order));
        Assert.Equal((1000, -Ended.Debited(result), consents), (world.Gained(world.Bob), world.Gained(world.Alice), world.Consents));
        world.AssertInOrder();
    }

    [Theory]
    [InlineData(Operation.CreateIncomingPayment)]
    [InlineData(Operation.CreateQuote)]
    [InlineData(Operation.CreateOutgoingPayment)]
    [InlineData(Operation.GetOutgoingPayment)]
    public async Task An_expired_token_is_rotated_once_and_its_question_asked_again(Operation operation)
    {
        await using var world = await StartAsync(options => options with { TokenLifetime = TimeSpan.FromMinutes(2) });
        world.Faults.Add(new Fault(new Trouble.TimePasses(TimeSpan.FromSeconds(121))) { Operation = operation });
        await CarriedThroughAsync(world, TenDollars(world));
        var rotated = world.Requests.Where(asked => asked.Url.AbsolutePath.StartsWith("/token/", StringComparison.Ordinal)).Select(asked => asked.Url).ToList();
        Assert.NotEmpty(rotated);
        Assert.Equal(rotated.Distinct(), rotated);
    }

    [Fact]
    public async Task An_incoming_payment_whose_token_expired_is_read_by_its_public_part()
    {
        await using var world = await StartAsync(options => options with { TokenLifetime = TimeSpan.FromMinutes(2) });
        world.Faults.Add(new Fault(new Trouble.TimePasses(TimeSpan.FromSeconds(121))) { Operation = Operation.GetIncomingPayment });
        await CarriedThroughAsync(world, TenDollars(world));
        Assert.Equal(0, world.Count("POST", "/token/"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task When_the_answer_to_a_continuation_is_lost_the_payer_is_asked_once_more_only_if_it_was_carried_out(bool acted)
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.Reset(AfterEffect: acted)) { Operation = Operation.ContinueGrant });
        await CarriedThroughAsync(world, TenDollars(world), consents: acted ? 2 : 1);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task When_the_answer_to_an_outgoing_payment_is_lost_it_is_found_by_its_quote_or_sent_again(bool acted)
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.Reset(AfterEffect: acted)) { Operation = Operation.CreateOutgoingPayment });
        await CarriedThroughAsync(world, TenDollars(world));
        Assert.Equal((acted ? 1 : 2, true), (world.Count("POST", "/outgoing-payments"), world.Count("GET", "/outgoing-payments") >= 1));
    }

    [Fact]
    public async Task An_answer_that_calls_the_quote_invalid_is_not_believed_where_the_payment_was_made()
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.Reply(400, FaultBody.InvalidQuote, AfterEffect: true, null)) { Operation = Operation.CreateOutgoingPayment });
        await CarriedThroughAsync(world, TenDollars(world));
    }

    [Fact]
    public async Task A_server_that_breaks_down_after_it_paid_is_not_asked_to_pay_again()
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.Reply(500, FaultBody.Html, AfterEffect: true, null)) { Operation = Operation.CreateOutgoingPayment });
        await CarriedThroughAsync(world, TenDollars(world));
        Assert.Equal(1, world.Count("POST", "/outgoing-payments"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Without_a_quote_a_payment_whose_answer_was_lost_is_found_by_its_incoming_payment_or_made_anew_when_nothing_can_come_of_it(bool acted)
    {
        await using var world = await StartAsync(options => options with { TokenLifetime = TimeSpan.FromDays(1) });
        world.Faults.Add(new Fault(new Trouble.Reset(AfterEffect: acted)) { Operation = Operation.CreateOutgoingPayment });
        var result = Ended.Well(await world.CarryAsync(new RecurringFixedDebit(world.Alice, world.Bob, Usd(1000), world.Monthly(1), world.Finish, """{"order":"42"}""")));
        Assert.Equal((-1000, acted ? 1 : 2), (world.Gained(world.Alice), world.Count("POST", "/outgoing-payments")));
        Assert.Equal(1000, Ended.Debited(result));
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_payment_that_was_accepted_and_then_fails_for_lack_of_money_ends_as_failed()
    {
        await using var world = await StartAsync();
        var reason = Ended.Unpaid(await world.CarryAsync(new OneTimePayment(world.Penny, world.Bob, Usd(1000), world.Finish)));
        Assert.Equal((Reason.Codes.PaymentFailed, 0, 0), (reason.Code, world.Gained(world.Penny), world.Gained(world.Bob)));
        world.AssertInOrder();
    }

    [Fact]
    public async Task A_quote_that_expires_before_consent_is_asked_for_is_followed_by_a_new_one()
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.TimePasses(QuoteLifetime)) { Operation = Operation.RequestOutgoingPaymentGrant });
        await CarriedThroughAsync(world, TenDollars(world));
        Assert.Equal(2, world.Count("POST", "/quotes"));
    }

    [Theory]
    [InlineData(Operation.ContinueGrant)]
    [InlineData(Operation.CreateOutgoingPayment)]
    public async Task A_quote_that_expires_after_consent_is_followed_by_a_new_one_that_costs_no_more_and_needs_no_other(Operation operation)
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.TimePasses(QuoteLifetime + TimeSpan.FromMinutes(1))) { Operation = operation });
        await CarriedThroughAsync(world, TenDollars(world));
        Assert.Equal(2, world.Count("POST", "/quotes"));
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_gets_it()
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.Reply(429, FaultBody.Error, AfterEffect: false, TimeSpan.FromSeconds(20))) { Operation = Operation.CreateQuote, Times = 2 });
        await CarriedThroughAsync(world, TenDollars(world));
        var asked = world.Requests.Where(request => request.Url.AbsolutePath.EndsWith("/quotes", StringComparison.Ordinal)).Select(request => request.At).ToArray();
        Assert.Equal(3, asked.Length);
        Assert.All(asked.Zip(asked.Skip(1), (one, next) => next - one), pause => Assert.True(pause >= TimeSpan.FromSeconds(20), $"{pause}"));
    }

    [Fact]
    public async Task A_payer_who_is_not_asked_too_fast_is_waited_for()
    {
        await using var world = await StartAsync();
        world.Faults.Add(new Fault(new Trouble.Reply(429, FaultBody.Error, AfterEffect: false, TimeSpan.FromSeconds(7))) { Operation = Operation.ContinueGrant });
        await CarriedThroughAsync(world, TenDollars(world));
    }

    [Theory, InlineData(0), InlineData(2)]
    public async Task A_receiver_who_closes_early_leaves_what_has_arrived_and_no_claim_beyond_it(int arrived)
    {
        await using var world = await StartAsync(options => options with { SettlementSteps = 4, SettlementDelay = TimeSpan.FromSeconds(10) });
        // the receiver closes while the sender's server is asked how far the payment is
        world.Meddler.Before("GET", "/outgoing-payments/", skip: arrived == 0 ? 0 : 5, () => world.CloseIncomingPaymentAsync(world.Bob));
        var end = await world.CarryAsync(TenDollars(world));
        var gained = world.Gained(world.Bob);
        Assert.InRange(gained, arrived == 0 ? 0 : 1, 999);
        if (gained == 0) Assert.Equal(Reason.Codes.PaymentFailed, Ended.Unpaid(end).Code);
        else Assert.Equal((ulong)gained, Assert.IsType<Outcome.PaidInPart>(Assert.Single(Assert.IsType<Progress.Partial>(end.Progress).Result.Payments)).Receipt.Received!.Value);
        world.AssertInOrder();
    }
}
