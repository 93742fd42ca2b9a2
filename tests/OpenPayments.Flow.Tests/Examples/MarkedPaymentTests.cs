using System.Text.Json;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>The outgoing payment without a quote: no server protects it from being made twice, so a mark and an expiry do.</summary>
public sealed class MarkedPaymentTests
{
    private static readonly Paying.Creating Creating = new(Stages.Marked, Given.Consent);

    private static readonly Paying.Looking Looking = new(Stages.Marked, Given.Consent, Doubt: true);

    [Fact]
    public void First_a_mark_is_drawn() => Assert.Equal(Creating, Stages.Marking.After(Said.Yes(new Mark("mark-1"))).Goes<Paying.Creating>());

    [Fact]
    public void It_names_the_incoming_payment_the_amount_and_the_mark()
    {
        var body = Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(Assert.IsType<CreateOutgoingPayment>(Creating.Asks<OutgoingPaymentWithSpentAmounts>()).Body);
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, Given.Quote.Debit), (body.WalletAddress, body.IncomingPayment, body.DebitAmount));
        Assert.Equal(("mark-1", "2.50"), (body.Metadata?[Intent.MarkMember].GetString(), body.Metadata?["0"][1].GetRawText()));
    }

    [Fact]
    public void The_mark_stands_alone_where_the_order_has_no_metadata_and_takes_the_place_of_one_of_its_name()
    {
        foreach (var metadata in new[] { null, $$"""{"{{Intent.MarkMember}}":"other"}""" })
        {
            var body = (CreateOutgoingPaymentRequest.WithIncomingPayment)(Stages.Marked with { Metadata = metadata }).Body();
            Assert.Equal("mark-1", Assert.Single(body.Metadata!).Value.GetString());
        }
    }

    [Fact]
    public void A_lost_creation_is_found_by_its_incoming_payment_and_its_mark()
    {
        Found(Marked("mark-1"));
        NotFound(Marked("mark-2"));
        NotFound(Marked("mark-1") with { Receiver = new Uri("https://happylife.example/tenant/incoming-payments/2") });
    }

    [Fact]
    public void A_server_that_keeps_no_metadata_is_asked_about_the_incoming_payment_which_is_this_payments_own()
    {
        Found(Marked("mark-1") with { Metadata = null });
        Found(Marked("mark-1") with { Metadata = new Dictionary<string, JsonElement>() });
    }

    [Fact]
    public void What_is_found_says_what_is_to_arrive() => Assert.Equal(Given.Quote.Receive, Looking.After(Said.Yes(Bodies.Page(null, Marked("mark-1")))).Learns<Made>().Receive);

    [Fact]
    public void It_is_never_sent_again_but_waited_for_until_its_incoming_payment_has_expired()
    {
        var waits = Looking.After(Said.Yes(Bodies.Page(null))).Waits();
        Assert.Equal(new Turn.Later(Given.Noon.AddMinutes(30).AddSeconds(30), Looking with { Tries = 1 }), waits);
        var end = waits.Stage.After(Said.Yes(Bodies.Page(null), waits.Until)).Unpaid();
        Assert.Equal((Reason.Codes.PaymentNotMade, waits.Until), (end.Reason.Code, end.At));
    }

    [Fact]
    public void Without_an_expiry_it_stays_unknown_whether_it_was_made() =>
        (Looking with { Intent = Stages.Marked with { DeadAt = null } }).After(Said.Yes(Bodies.Page(null))).Unknown();

    [Fact]
    public void A_refusal_that_left_no_doubt_ends_it_once_the_list_shows_none()
    {
        var end = Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(400, "400", "invalid amount")).After(Said.Yes(Bodies.Page(null))).Unpaid();
        Assert.Contains("invalid amount", end.Reason.Detail, StringComparison.Ordinal);
        Assert.Equal(Given.Noon, end.At);
    }

    private static OutgoingPayment Marked(string mark) => Bodies.Outgoing(0) with
    {
        QuoteId = null,
        Metadata = new Dictionary<string, JsonElement> { [Intent.MarkMember] = JsonSerializer.SerializeToElement(mark) },
    };

    private static void Found(OutgoingPayment payment) => Assert.Equal(Given.Made, Looking.After(Said.Yes(Bodies.Page(null, payment))).Learns<Made>());

    private static void NotFound(OutgoingPayment payment) => Looking.After(Said.Yes(Bodies.Page(null, payment))).Waits();
}
