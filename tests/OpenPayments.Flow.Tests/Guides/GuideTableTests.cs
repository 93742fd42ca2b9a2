using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>
/// The table of the guides, row by row: W wallet address, Gi/Gq/Go grants, I incoming payment, Q quote, &lt;&gt; consent, C continue, O
/// outgoing
/// payment, R rotate. Each row's sequence is exact; what differs between the rows is looked up in the questions themselves.
/// </summary>
public sealed class GuideTableTests
{
    [Fact]
    public void A_one_time_payment_fixes_the_amount_of_the_incoming_payment_and_limits_what_is_debited()
    {
        var run = Completes(Orders.OneTime, "W W Gi I Gq Q Go <> C O");
        Assert.Equal(Given.Dollars(1000), Assert.Single(run.Requests<CreateIncomingPayment>()).Body.IncomingAmount);
        Assert.IsType<CreateQuoteRequest.Plain>(Assert.Single(run.Requests<CreateQuote>()).Body);
        Assert.Equal((Given.Euros(11_320), null), Debit(run));
    }

    [Fact]
    public void A_remittance_with_a_fixed_debit_amount_puts_it_on_the_quote_and_the_limit_and_leaves_the_incoming_payment_open()
    {
        var run = Completes(Orders.FixedDebit, "W W Gi I Gq Q Go <> C O");
        Assert.Null(Assert.Single(run.Requests<CreateIncomingPayment>()).Body.IncomingAmount);
        Assert.Equal(Given.Euros(11_320),
            Assert.IsType<CreateQuoteRequest.WithDebitAmount>(Assert.Single(run.Requests<CreateQuote>()).Body).DebitAmount);
        Assert.Equal((Given.Euros(11_320), null), Debit(run));
    }

    [Fact]
    public void A_remittance_with_a_fixed_receive_amount_puts_it_on_the_quote_and_the_limit_and_leaves_the_incoming_payment_open()
    {
        var run = Completes(Orders.FixedReceive, "W W Gi I Gq Q Go <> C O");
        Assert.Null(Assert.Single(run.Requests<CreateIncomingPayment>()).Body.IncomingAmount);
        Assert.Equal(Given.Dollars(1000),
            Assert.IsType<CreateQuoteRequest.WithReceiveAmount>(Assert.Single(run.Requests<CreateQuote>()).Body).ReceiveAmount);
        Assert.Equal((Given.Dollars(1000), null), Receive(run));
    }

    [Fact]
    public void A_subscription_asks_for_consent_once_with_an_interval_and_then_pays_in_every_period()
    {
        var run = Completes(Orders.Subscription, "W W Gi I Gq Q Go <> C O I Q O I Q O");
        Assert.Equal((Given.Euros(12_000), Orders.Monthly), Debit(run));
        Assert.All(run.Requests<CreateIncomingPayment>(), ask => Assert.Equal(Given.Dollars(1000), ask.Body.IncomingAmount));
        Assert.Equal((3, 3), (run.Summary.Totals?.Count, run.Summary.Totals?.Paid));
    }

    [Fact]
    public void A_subscription_without_a_limit_of_its_own_is_limited_to_what_its_first_quote_debits() =>
        Assert.Equal((Given.Euros(11_320), Orders.Monthly),
            Debit(Completes(Orders.Subscription with { DebitLimit = null }, "W W Gi I Gq Q Go <> C O I Q O I Q O")));

    [Fact]
    public void A_recurring_remittance_with_a_fixed_debit_amount_quotes_nothing()
    {
        var run = Completes(Orders.RecurringFixedDebit, "W W Gi I Go <> C O I O I O");
        Assert.Equal((Given.Euros(11_320), Orders.Monthly), Debit(run));
        Assert.All(run.Requests<CreateIncomingPayment>(), ask => Assert.Null(ask.Body.IncomingAmount));
        var bodies = run.Requests<CreateOutgoingPayment>()
            .Select(ask => Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(ask.Body)).ToList();
        Assert.All(bodies, body => Assert.Equal(Given.Euros(11_320), body.DebitAmount));
        Assert.Equal(3, bodies.Select(body => body.IncomingPayment).Distinct().Count());
    }

    [Fact]
    public void A_recurring_remittance_with_a_fixed_receive_amount_asks_for_consent_first()
    {
        var run = Completes(Orders.RecurringFixedReceive, "W W Go <> C Gi I Gq Q O I Q O I Q O");
        Assert.Equal((Given.Dollars(1000), Orders.Monthly), Receive(run));
        Assert.All(run.Requests<CreateQuote>(), ask =>
            Assert.Equal(Given.Dollars(1000), Assert.IsType<CreateQuoteRequest.WithReceiveAmount>(ask.Body).ReceiveAmount));
        Assert.All(run.Requests<CreateIncomingPayment>(), ask => Assert.Null(ask.Body.IncomingAmount));
    }

    [Fact]
    public void A_split_payment_asks_for_one_consent_for_the_sum_of_what_the_quotes_debit()
    {
        var run = Completes(Orders.Split, "W W W Gi I Gi I Gq Q Q Go <> C O O");
        Assert.Equal((Given.Euros(11_320 + 5_660), null), Debit(run));
        Assert.Equal([Given.Dollars(1000), Given.Dollars(500)],
            run.Requests<CreateIncomingPayment>().Select(ask => ask.Body.IncomingAmount));
        Assert.Equal([Given.Euros(11_320), Given.Euros(5_660)], run.Records.Outgoing.Select(payment => payment.DebitAmount));
    }

    [Fact]
    public void A_grant_for_future_payments_is_asked_for_before_anyone_is_paid_and_its_spent_amounts_are_read()
    {
        var run = Completes(Orders.Future, "W Go <> C S");
        Assert.Equal((Given.Euros(20_000), Orders.Monthly), Debit(run));
        Assert.Equal(Given.Euros(0), run.Result.Spent?.Debit);
    }

    [Fact]
    public void The_ownership_of_a_wallet_address_is_verified_with_a_subject_and_no_access_token()
    {
        var run = Completes(Orders.Ownership, "W Gs <> C");
        var ask = Assert.Single(run.Requests<RequestSubject>());
        var id = Assert.Single(ask.Subject.SubIds);
        Assert.Equal((Given.Alice.Id.OriginalString, SubjectSubIdFormat.Uri, Given.Alice.AuthServer), (id.Id, id.Format, ask.AuthServer));
        Assert.Equal(Given.Alice.Id, Assert.IsType<Progress.Completed>(run.End).Result.Identity);
    }

    [Fact]
    public void Every_consent_names_the_payers_wallet_and_asks_to_be_redirected_and_returned()
    {
        foreach (var run in Orders.All.Where(order => order is not WalletOwnership).Select(order => Run.Of(order)))
        {
            var ask = Assert.Single(run.Requests<RequestGrant>(), ask => ask.Interact is not null);
            var access = Assert.IsType<AccessOutgoing>(ask.Access);
            Assert.Equal((Given.Alice.Id, Given.Alice.AuthServer), (access.Identifier, ask.AuthServer));
            Assert.Equal([AccessOutgoingAction.Create, AccessOutgoingAction.Read], access.Actions.Take(2));
            Redirects(ask.Interact);
        }
        Redirects(Assert.Single(Run.Of(Orders.Ownership).Requests<RequestSubject>()).Interact);
    }

    [Fact]
    public void An_expired_token_is_rotated_and_the_call_made_again() => Assert.Equal(
        "W W Gi I Gq Q Go <> C O I R I Q R Q O R O I R I Q R Q O R O",
            Run.Of(new Scenario(Orders.Subscription) { TokensLast = TimeSpan.FromMinutes(10) }).Guide);

    private static Run Completes(Order order, string sequence)
    {
        var run = Run.Of(order);
        Assert.Equal(sequence, run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        return run;
    }

    private static AccessOutgoing Access(Run run) =>
        Assert.IsType<AccessOutgoing>(Assert.Single(run.Requests<RequestGrant>(), ask => ask.Interact is not null).Access);

    private static (Amount, string?) Debit(Run run) =>
        Assert.IsType<LimitsOutgoing.WithDebitAmount>(Access(run).Limits) is var limits ? (limits.DebitAmount, limits.Interval) : default;

    private static (Amount, string?) Receive(Run run) =>
        Assert.IsType<LimitsOutgoing.WithReceiveAmount>(Access(run).Limits) is var limits ? (limits.ReceiveAmount, limits.Interval)
        : default;

    private static void Redirects(InteractRequest? interact)
    {
        Assert.Equal([InteractRequestStart.Redirect], interact?.Start);
        Assert.Equal((InteractRequestFinishMethod.Redirect, Orders.Finish), (interact?.Finish?.Method, interact?.Finish?.Uri));
        Assert.NotNull(interact?.Finish?.Nonce);
    }
}
