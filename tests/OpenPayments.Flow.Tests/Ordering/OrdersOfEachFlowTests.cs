using Xunit;
using static OpenPayments.Flow.Tests.Ordering.OrderTests;

namespace OpenPayments.Flow.Tests.Ordering;

/// <summary>The same rules hold for the orders of every flow, and each has a few of its own.</summary>
public sealed class OrdersOfEachFlowTests
{
    private static readonly Uri Relative = new("/alice", UriKind.Relative);

    private static readonly Uri Fragment = new("https://shop.example/finish#here");

    [Fact]
    public void Every_sender_is_a_web_address()
    {
        Refused("Sender", Orders.FixedDebit with { Sender = Relative });
        Refused("Sender", Orders.FixedReceive with { Sender = Relative });
        Refused("Sender", Orders.Subscription with { Sender = Relative });
        Refused("Sender", Orders.RecurringFixedDebit with { Sender = Relative });
        Refused("Sender", Orders.RecurringFixedReceive with { Sender = Relative });
        Refused("Sender", Orders.Split with { Sender = Relative });
        Refused("Sender", Orders.Future with { Sender = Relative });
        Refused("WalletAddress", Orders.Ownership with { WalletAddress = Relative });
    }

    [Fact]
    public void Every_amount_is_something()
    {
        Refused("DebitAmount.Value", Orders.FixedDebit with { DebitAmount = Given.Euros(0) });
        Refused("ReceiveAmount.Value", Orders.FixedReceive with { ReceiveAmount = Given.Euros(0) });
        Refused("IncomingAmount.Value", Orders.Subscription with { IncomingAmount = Given.Dollars(0) });
        Refused("DebitLimit.Value", Orders.Subscription with { DebitLimit = Given.Euros(0) });
        Refused("DebitAmount.Value", Orders.RecurringFixedDebit with { DebitAmount = Given.Euros(0) });
        Refused("ReceiveAmount.Value", Orders.RecurringFixedReceive with { ReceiveAmount = Given.Dollars(0) });
        Refused("Shares[1].IncomingAmount.Value",
            Orders.Split with { Shares = [Orders.Split.Shares[0], Orders.Split.Shares[1] with { IncomingAmount = Given.Dollars(0) }] });
        Refused("Limit.DebitAmount.Value", Orders.Future with { Limit = Limit.OfDebit(Given.Euros(0)) });
        Refused("Limit.ReceiveAmount.Value", Orders.Future with { Limit = Limit.OfReceive(Given.Dollars(0)) });
    }

    [Fact]
    public void Every_finish_uri_can_be_returned_to()
    {
        Refused("FinishUri", Orders.FixedDebit with { FinishUri = Fragment });
        Refused("FinishUri", Orders.FixedReceive with { FinishUri = Fragment });
        Refused("FinishUri", Orders.Subscription with { FinishUri = Fragment });
        Refused("FinishUri", Orders.RecurringFixedDebit with { FinishUri = Fragment });
        Refused("FinishUri", Orders.RecurringFixedReceive with { FinishUri = Fragment });
        Refused("FinishUri", Orders.Split with { FinishUri = Fragment });
        Refused("FinishUri", Orders.Future with { FinishUri = Fragment });
        Refused("FinishUri", Orders.Ownership with { FinishUri = Fragment });
    }

    [Fact]
    public void Every_metadata_is_an_object()
    {
        Refused("Metadata", Orders.FixedDebit with { Metadata = "[]" });
        Refused("Metadata", Orders.FixedReceive with { Metadata = "[]" });
        Refused("Metadata", Orders.Subscription with { Metadata = "[]" });
        Refused("Metadata", Orders.RecurringFixedDebit with { Metadata = "[]" });
        Refused("Metadata", Orders.RecurringFixedReceive with { Metadata = "[]" });
        Refused("Metadata", Orders.Split with { Metadata = "[]" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("P1M")]
    [InlineData("R0/2026-12-01T00:00:00Z/P1M")]
    [InlineData("R12/P1M/2027-12-01T00:00:00Z")]
    public void Every_interval_is_a_repeating_interval(string interval)
    {
        Refused("Interval", Orders.Subscription with { Interval = interval });
        Refused("Interval", Orders.RecurringFixedDebit with { Interval = interval });
        Refused("Interval", Orders.RecurringFixedReceive with { Interval = interval });
        Refused("Limit.Interval", Orders.Future with { Limit = Orders.Future.Limit with { Interval = interval } });
    }

    [Fact]
    public void A_limit_names_one_amount()
    {
        Refused("Limit", Orders.Future with { Limit = new Limit(null, null) });
        Refused("Limit", Orders.Future with { Limit = new Limit(Given.Euros(1), Given.Dollars(1)) });
        Assert.Null(Error(Orders.Future with { Limit = Limit.OfReceive(Given.Dollars(1)) }));
    }

    [Fact]
    public void A_split_payment_has_two_payees_or_more_and_each_once()
    {
        var (bob, carol) = (Orders.Split.Shares[0], Orders.Split.Shares[1]);
        Refused("Shares", Orders.Split with { Shares = [] });
        Refused("Shares", Orders.Split with { Shares = [bob] });
        Refused("Shares", Orders.Split with { Shares = [bob, carol, bob with { IncomingAmount = Given.Dollars(1) }] });
        Refused("Shares[1].Receiver", Orders.Split with { Shares = [bob, carol with { Receiver = Relative }] });
        Refused("Shares[0].Receiver", Orders.Split with { Shares = [bob with { Receiver = Orders.Split.Sender }, carol] });
        Assert.Null(Error(Orders.Split with
        {
            Shares =
            [bob, carol, new Share(new Uri("https://happylife.example/dave"), Given.Euros(1))]
        }));
    }

    [Fact]
    public void Nobody_pays_themselves_in_any_flow()
    {
        Refused("Receiver", Orders.FixedDebit with { Receiver = Given.Alice.Id });
        Refused("Receiver", Orders.Subscription with { Receiver = Given.Alice.Id });
    }

    [Fact]
    public void The_most_that_may_be_debited_is_an_amount()
    {
        var nothing = Given.Euros(0);
        Refused("MostDebit.Value", Orders.OneTime with { MostDebit = nothing });
        Refused("MostDebit.Value", Orders.FixedReceive with { MostDebit = nothing });
        Refused("MostDebit.Value", Orders.RecurringFixedReceive with { MostDebit = nothing });
        Refused("MostDebit.Value", Orders.Split with { MostDebit = nothing });
    }

    [Fact]
    public void A_payment_under_a_grant_is_checked_like_an_order()
    {
        Malformed("Receiver", Given.Ordered with { Receiver = Relative });
        Malformed("Receiver", Given.Ordered with { Receiver = Given.Alice.Id });
        Malformed("IncomingAmount.Value", Given.Ordered with { IncomingAmount = Given.Dollars(0) });
        Malformed("Metadata", Given.Ordered with { Metadata = "[]" });
        Malformed("Metadata", Given.Ordered with { Metadata = """{"a":1e400}""" });

        static void Malformed(string field, FuturePayment payment)
        {
            var rejection = Flows.Order(Orders.Future.Started(), payment, Given.Noon)
                .Match(Right: state => throw new InvalidOperationException($"{state}"), Left: why => why);
            Assert.Equal(field, Assert.IsType<Rejection.Malformed>(rejection).What);
        }
    }

    [Fact]
    public void An_order_may_leave_out_what_has_a_default()
    {
        Assert.Null(Error(Orders.Subscription with { DebitLimit = null, Metadata = null }));
        Assert.Null(Error(Orders.Future with { Limit = Limit.OfDebit(Given.Euros(1)) }));
    }
}
