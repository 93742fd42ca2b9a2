using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>What every request before the outgoing payment does with a refusal and with silence, and how a refusal is told.</summary>
public sealed class RefusalTests
{
    /// <summary>Those whose refusals and losses get the usual treatment.</summary>
    public static TheoryData<string> Usual =>
    [
        nameof(ReadingWalletAddress), nameof(RequestingGrant), nameof(CreatingIncomingPayment), nameof(CreatingQuote),
            nameof(RequestingConsent),
        nameof(ReadingSpentAmounts),
    ];

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_lost_answer_means_the_same_request_five_times_with_growing_pauses(string name)
    {
        var (stage, at) = (Stages.Of(name), Given.Noon);
        foreach (var pause in new[] { 1, 2, 4, 8 })
        {
            var waits = AnyRequest.Lost(stage, at).Waits();
            Assert.Equal(at.AddSeconds(pause), waits.Until);
            (stage, at) = (waits.Stage, waits.Until);
        }
        var end = AnyRequest.Lost(stage, at).EndsUnpaid();
        Assert.Equal((Reason.Codes.Unreachable, stage.Step, Fault.Network, at),
            (end.Reason.Code, end.Reason.Step, end.Reason.Fault, end.At));
        Assert.Contains("5 attempts: timed out after 20 s", end.Reason.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void An_overloaded_server_is_tried_again_when_it_says(string name)
    {
        foreach (var status in new[] { 408, 429, 500, 503 })
        {
            Assert.Equal(Given.Noon.AddSeconds(40), Until(new Refusal(status, RetryAfter: TimeSpan.FromSeconds(40))));
            Assert.Equal(Given.Noon.AddMinutes(1), Until(new Refusal(status, RetryAfter: TimeSpan.MaxValue)));
            Assert.Equal(Given.Noon.AddSeconds(1), Until(new Refusal(status, RetryAfter: TimeSpan.MinValue)));
            Assert.Equal(Given.Noon.AddSeconds(4), Until(new Refusal(status, RetryAfter: TimeSpan.FromSeconds(3)), tries: 2));
        }

        DateTimeOffset Until(Refusal refusal, int tries = 0) =>
            AnyRequest.Refused(Stages.Of(name) with { Tries = tries }, refusal).Waits().Until;
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_garbled_success_is_a_passing_fault_and_after_five_tries_it_is_told(string name)
    {
        var garbled = new Refusal(200, Refusal.Codes.Unreadable, "not JSON");
        Assert.Equal(Given.Noon.AddSeconds(8), AnyRequest.Refused(Stages.Of(name) with { Tries = 3 }, garbled).Waits().Until);
        var reason = AnyRequest.Refused(Stages.Of(name) with { Tries = 4 }, garbled).Stops();
        var expected = name == nameof(ReadingWalletAddress) ? Reason.Codes.NotAWalletAddress : Reason.Codes.UnreadableAnswer;
        Assert.Equal((expected, Stages.Of(name).Step), (reason.Code, reason.Step));
        Assert.Contains("not JSON", reason.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_refusal_ends_the_payment_and_names_the_step(string name)
    {
        foreach (var status in new[] { 301, 400, 401, 403, 404, 409, 410, 418 })
        {
            var reason = AnyRequest.Refused(
                Stages.Of(name) with { Renewed = true }, new Refusal(status, "invalid_request", "no such thing")).Stops();
            Assert.Equal(Stages.Of(name).Step, reason.Step);
            Assert.Contains($"({status}, invalid_request: no such thing)", reason.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_server_that_stays_overloaded_is_said_to_have_refused(string name)
    {
        AnyRequest.Refused(Stages.Of(name) with { Tries = 3 }, new Refusal(429)).Waits();
        var reason = AnyRequest.Refused(Stages.Of(name) with { Tries = 4 }, new Refusal(429)).Stops();
        Assert.Equal((Reason.Codes.Refused, Stages.Of(name).Step), (reason.Code, reason.Step));
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_url_that_may_not_be_called_is_told_apart_from_a_refusal(string name)
    {
        var refused = new Refusal(0, Refusal.Codes.UrlRefused, "The URL leads to a private address.");
        var reason = AnyRequest.Refused(Stages.Of(name), refused).Stops();
        Assert.Equal((Reason.Codes.UrlRefused, Stages.Of(name).Step, "The URL leads to a private address."),
            (reason.Code, reason.Step, reason.Detail));
        Assert.Equal(name == nameof(ReadingWalletAddress) ? Fault.Order : Fault.Provider, reason.Fault);
    }

    [Theory]
    [InlineData(404, Reason.Codes.WalletAddressNotFound)]
    [InlineData(410, Reason.Codes.WalletAddressNotFound)]
    [InlineData(302, Reason.Codes.NotAWalletAddress)]
    public void What_is_no_wallet_address_is_a_fault_in_the_order(int status, string expected)
    {
        var reason = Stages.ReadingWalletAddress.After(Reply.Refused<WalletAddress>(status)).Stops();
        Assert.Equal((expected, Fault.Order), (reason.Code, reason.Fault));
    }

    [Fact]
    public void A_wallet_addresss_server_that_is_down_is_not_the_orders_fault()
    {
        var reason = (Stages.ReadingWalletAddress with { Tries = 4 }).After(Reply.Refused<WalletAddress>(503)).Stops();
        Assert.Equal((Reason.Codes.Refused, Fault.Provider), (reason.Code, reason.Fault));
    }

    [Fact]
    public void An_amount_that_does_not_cover_the_fees_says_how_much_would()
    {
        var reason = Stages.CreatingQuote.After(
            Reply.Refused<Quote>(400, "400", "Non-positive receive amount", details: """{"minSendAmount":"20"}""")).Stops();
        Assert.Equal((Reason.Codes.AmountTooSmall, Fault.Order), (reason.Code, reason.Fault));
        Assert.Contains("""{"minSendAmount":"20"}""", reason.Detail, StringComparison.Ordinal);
        Assert.Equal("The amount does not cover the fees.",
            Stages.CreatingQuote.After(Reply.Refused<Quote>(400, description: "non-positive receive amount")).Stops().Detail);
    }

    [Fact]
    public void A_refusal_that_repeats_a_secret_is_shown_without_it()
    {
        var reason = Stages.CreatingQuote.After(Reply.Refused<Quote>(400, "400", $"{new string('x', 180)} HUSH-QUOTE-TOKEN is inactive"))
            .Stops();
        Assert.DoesNotContain("hush", reason.Detail, StringComparison.OrdinalIgnoreCase);
        var consent = Stages.RequestingConsent.After(Reply.Refused<GrantResponse>(400, "400", "hush-nonce was used")).Stops();
        Assert.DoesNotContain("hush", consent.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_strangers_words_are_one_short_line()
    {
        var reason = Stages.CreatingQuote.After(Reply.Refused<Quote>(400, description: $"a\r\nb\u0000c\ud800{new string('d', 10_000)}"))
            .Stops();
        Assert.InRange(reason.Detail.Length, 1, 250);
        Assert.DoesNotContain(reason.Detail, c => char.IsControl(c) || char.IsSurrogate(c));
    }

    [Fact]
    public void A_refusal_without_words_is_a_whole_sentence_and_has_its_time_so_that_a_period_may_try_again()
    {
        var end = Stages.CreatingQuote.After(Reply.Refused<Quote>(400)).EndsUnpaid();
        Assert.Equal(("The server refused (400).", Given.Noon), (end.Reason.Detail, end.At));
    }
}
