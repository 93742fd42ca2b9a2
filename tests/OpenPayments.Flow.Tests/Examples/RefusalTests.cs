using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>What every question before the outgoing payment does with a refusal and with silence, and how a refusal is told.</summary>
public sealed class RefusalTests
{
    /// <summary>Those whose refusals and losses get the usual treatment.</summary>
    public static TheoryData<string> Usual =>
    [
        nameof(Discovering), nameof(Granting), nameof(CreatingIncoming), nameof(Quoting), nameof(Consenting.DrawingNonce), nameof(Consenting.Seeking), nameof(Paying.Marking), nameof(ReadingSpent),
    ];

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_lost_answer_is_asked_for_again_five_times_with_growing_pauses(string name)
    {
        var (stage, at) = (Stages.Of(name), Given.Noon);
        foreach (var pause in new[] { 1, 2, 4, 8 })
        {
            var waits = Answers.Lost(stage, at).Waits();
            Assert.Equal(at.AddSeconds(pause), waits.Until);
            (stage, at) = (waits.Stage, waits.Until);
        }
        var end = Answers.Lost(stage, at).Unpaid();
        Assert.Equal((Reason.Codes.Unreachable, stage.Step, Fault.Network, at), (end.Reason.Code, end.Reason.Step, end.Reason.Fault, end.At));
        Assert.Contains("5 attempts: timed out after 20 s", end.Reason.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void An_overloaded_server_is_asked_again_when_it_says(string name)
    {
        foreach (var status in new[] { 408, 429, 500, 503 })
        {
            Assert.Equal(Given.Noon.AddSeconds(40), Answers.Refused(Stages.Of(name), new Refusal(status, RetryAfter: TimeSpan.FromSeconds(40))).Waits().Until);
            Assert.Equal(Given.Noon.AddMinutes(1), Answers.Refused(Stages.Of(name), new Refusal(status, RetryAfter: TimeSpan.MaxValue)).Waits().Until);
            Assert.Equal(Given.Noon.AddSeconds(1), Answers.Refused(Stages.Of(name), new Refusal(status, RetryAfter: TimeSpan.MinValue)).Waits().Until);
            Assert.Equal(Given.Noon.AddSeconds(4), Answers.Refused(Stages.Of(name) with { Tries = 2 }, new Refusal(status, RetryAfter: TimeSpan.FromSeconds(3))).Waits().Until);
        }
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_refusal_ends_the_payment_and_names_the_step(string name)
    {
        foreach (var status in new[] { 301, 400, 401, 403, 404, 409, 410, 418 })
        {
            var reason = Answers.Refused(Stages.Of(name) with { Renewed = true }, new Refusal(status, "invalid_client", "no such key")).Stops();
            Assert.Equal(Stages.Of(name).Step, reason.Step);
            Assert.Contains($"({status}, invalid_client: no such key)", reason.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_server_that_stays_overloaded_is_said_to_have_refused(string name)
    {
        Answers.Refused(Stages.Of(name) with { Tries = 3 }, new Refusal(429)).Waits();
        var reason = Answers.Refused(Stages.Of(name) with { Tries = 4 }, new Refusal(429)).Stops();
        Assert.Equal((Reason.Codes.Refused, Stages.Of(name).Step), (reason.Code, reason.Step));
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void A_url_that_may_not_be_called_is_told_apart_from_a_refusal(string name)
    {
        var reason = Answers.Refused(Stages.Of(name), new Refusal(0, Refusal.Codes.UrlRefused, "The URL leads to a private address.")).Stops();
        Assert.Equal((Reason.Codes.UrlRefused, Stages.Of(name).Step, "The URL leads to a private address."), (reason.Code, reason.Step, reason.Detail));
        Assert.Equal(name == nameof(Discovering) ? Fault.Order : Fault.Provider, reason.Fault);
    }

    [Theory]
    [InlineData(404, null, Reason.Codes.WalletAddressNotFound)]
    [InlineData(410, null, Reason.Codes.WalletAddressNotFound)]
    [InlineData(200, Refusal.Codes.Unreadable, Reason.Codes.NotAWalletAddress)]
    [InlineData(302, null, Reason.Codes.NotAWalletAddress)]
    public void What_is_no_wallet_address_is_a_fault_in_the_order(int status, string? code, string expected)
    {
        var reason = Stages.Discovering.After(Said.No<WalletAddress>(status, code)).Stops();
        Assert.Equal((expected, Fault.Order), (reason.Code, reason.Fault));
    }

    [Fact]
    public void A_wallet_addresss_server_that_is_down_is_not_the_orders_fault() =>
        Assert.Equal((Reason.Codes.Refused, Fault.Provider), (Stages.Discovering with { Tries = 4 }).After(Said.No<WalletAddress>(503)).Stops() is var reason ? (reason.Code, reason.Fault) : default);

    [Fact]
    public void An_answer_that_cannot_be_read_is_the_providers_fault()
    {
        var reason = Stages.Quoting.After(Said.No<Quote>(201, Refusal.Codes.Unreadable, "no member debitAmount")).Stops();
        Assert.Equal((Reason.Codes.UnreadableAnswer, Fault.Provider), (reason.Code, reason.Fault));
        Assert.Contains("no member debitAmount", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_does_not_cover_the_fees_says_how_much_would()
    {
        var reason = Stages.Quoting.After(Said.No<Quote>(400, "400", "Non-positive receive amount", details: """{"minSendAmount":"20"}""")).Stops();
        Assert.Equal((Reason.Codes.AmountTooSmall, Fault.Order), (reason.Code, reason.Fault));
        Assert.Contains("""{"minSendAmount":"20"}""", reason.Detail, StringComparison.Ordinal);
        Assert.Equal("The amount does not cover the fees.", Stages.Quoting.After(Said.No<Quote>(400, description: "non-positive receive amount")).Stops().Detail);
    }

    [Fact]
    public void A_refusal_that_repeats_a_secret_is_shown_without_it()
    {
        var reason = Stages.Quoting.After(Said.No<Quote>(400, "400", $"{new string('x', 180)} HUSH-QUOTE-TOKEN is inactive")).Stops();
        Assert.DoesNotContain("hush", reason.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hush", Stages.Seeking.After(Said.No<GrantResponse>(400, "400", "hush-nonce was used")).Stops().Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_strangers_words_are_one_short_line()
    {
        var reason = Stages.Quoting.After(Said.No<Quote>(400, description: $"a\r\nb\u0000c\ud800{new string('d', 10_000)}")).Stops();
        Assert.InRange(reason.Detail.Length, 1, 250);
        Assert.DoesNotContain(reason.Detail, c => char.IsControl(c) || char.IsSurrogate(c));
    }

    [Fact]
    public void A_refusal_without_words_is_a_whole_sentence() => Assert.Equal("The server refused.", Stages.Quoting.After(Said.No<Quote>(0)).Stops().Detail);

    [Fact]
    public void A_refusal_ends_a_payment_at_a_time_so_that_a_period_may_try_again() => Assert.Equal(Given.Noon, Stages.Quoting.After(Said.No<Quote>(400)).Unpaid().At);
}
