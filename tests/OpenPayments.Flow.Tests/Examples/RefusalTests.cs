using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>What every step before the outgoing payment does with a refusal and with silence.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string> Steps => ["sender-wallet-address", "receiver-wallet-address", "incoming-payment-grant", "incoming-payment", "quote-grant", "quote", "outgoing-payment-grant"];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_lost_answer_is_asked_for_again_five_times_with_growing_pauses(string step)
    {
        var (state, at) = (Of(step), Given.Noon);
        foreach (var pause in new[] { 1, 2, 4, 8 })
        {
            var waiting = Assert.IsType<Payment.Waiting>(Answer(state, null, at));
            Assert.Equal(at.AddSeconds(pause), waiting.Until);
            (state, at) = (waiting.Then, waiting.Until);
        }
        var failed = Assert.IsType<Payment.Failed>(Answer(state, null, at));
        Assert.Equal((Reason.Codes.Unreachable, step, Fault.Network), (failed.Reason.Code, failed.Reason.Step, failed.Reason.Fault));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_overloaded_server_is_asked_again_when_it_says(string step)
    {
        foreach (var status in new[] { 408, 429, 500, 503 })
        {
            Assert.Equal(Given.Noon.AddSeconds(40), Assert.IsType<Payment.Waiting>(Answer(Of(step), new Refusal(status, RetryAfter: TimeSpan.FromSeconds(40)))).Until);
            Assert.Equal(Given.Noon.AddMinutes(1), Assert.IsType<Payment.Waiting>(Answer(Of(step), new Refusal(status, RetryAfter: TimeSpan.MaxValue))).Until);
            Assert.Equal(Given.Noon.AddSeconds(1), Assert.IsType<Payment.Waiting>(Answer(Of(step), new Refusal(status, RetryAfter: TimeSpan.MinValue))).Until);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_refusal_ends_the_payment_and_names_the_step(string step)
    {
        foreach (var status in new[] { 301, 400, 401, 403, 404, 409, 410, 418 })
        {
            var failed = Assert.IsType<Payment.Failed>(Answer(Of(step), new Refusal(status, "invalid_client", "no such key")));
            Assert.Equal(step, failed.Reason.Step);
            Assert.Contains($"({status}, invalid_client: no such key)", failed.Reason.Detail, StringComparison.Ordinal);
            Assert.Null(failed.Receipt);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_server_that_stays_overloaded_is_said_to_have_refused(string step)
    {
        var failed = Assert.IsType<Payment.Failed>(Answer(Of(step) with { Tries = 4 }, new Refusal(429)));
        Assert.Equal((Reason.Codes.Refused, step), (failed.Reason.Code, failed.Reason.Step));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_url_that_may_not_be_called_is_told_apart_from_a_refusal(string step)
    {
        var failed = Assert.IsType<Payment.Failed>(Answer(Of(step), new Refusal(0, Refusal.Codes.UrlRefused, "The URL leads to a private address.")));
        Assert.Equal((Reason.Codes.UrlRefused, step, "The URL leads to a private address."), (failed.Reason.Code, failed.Reason.Step, failed.Reason.Detail));
        Assert.Equal(step.EndsWith("wallet-address", StringComparison.Ordinal) ? Fault.Order : Fault.Provider, failed.Reason.Fault);
    }

    [Theory]
    [InlineData(404, null, Reason.Codes.WalletAddressNotFound)]
    [InlineData(410, null, Reason.Codes.WalletAddressNotFound)]
    [InlineData(200, Refusal.Codes.Unreadable, Reason.Codes.NotAWalletAddress)]
    [InlineData(302, null, Reason.Codes.NotAWalletAddress)]
    public void What_is_no_wallet_address_is_a_fault_in_the_order(int status, string? code, string expected)
    {
        foreach (var state in new Payment[] { Given.FindingSender, Given.FindingReceiver })
        {
            var reason = Assert.IsType<Payment.Failed>(state.After(Said.No<WalletAddress>(status, code))).Reason;
            Assert.Equal((expected, Fault.Order), (reason.Code, reason.Fault));
        }
    }

    [Fact]
    public void An_answer_that_cannot_be_read_is_the_providers_fault()
    {
        var reason = Assert.IsType<Payment.Failed>(Given.Quoting.After(Said.No<Quote>(201, Refusal.Codes.Unreadable, "no member debitAmount"))).Reason;
        Assert.Equal((Reason.Codes.UnreadableAnswer, Fault.Provider), (reason.Code, reason.Fault));
    }

    [Fact]
    public void A_refusal_that_repeats_a_secret_is_shown_without_it()
    {
        var reason = Assert.IsType<Payment.Failed>(Given.Quoting.After(Said.No<Quote>(403, "403", $"{new string('x', 180)} HUSH-QUOTE-TOKEN is inactive"))).Reason;
        Assert.DoesNotContain("hush", reason.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_strangers_words_are_one_short_line()
    {
        var reason = Assert.IsType<Payment.Failed>(Given.Quoting.After(Said.No<Quote>(400, description: $"a\r\nb\u0000c\ud800{new string('d', 10_000)}"))).Reason;
        Assert.InRange(reason.Detail.Length, 1, 250);
        Assert.DoesNotContain(reason.Detail, c => char.IsControl(c) || char.IsSurrogate(c));
    }

    [Fact]
    public void A_refusal_without_words_is_a_whole_sentence() =>
        Assert.Equal("The server refused.", Assert.IsType<Payment.Failed>(Given.Quoting.After(Said.No<Quote>(0))).Reason.Detail);

    private static Payment Of(string step) => Given.States.First(s => PaymentSummary.StepOf(s) == step && s is not Payment.DrawingNonce);

    private static Payment Answer(Payment state, Refusal? refusal, DateTimeOffset? at = null) => state switch
    {
        Payment.FindingSender or Payment.FindingReceiver => state.After(Make<WalletAddress>(refusal, at)),
        Payment.GrantingIncoming or Payment.GrantingQuote or Payment.SeekingConsent => state.After(Make<GrantResponse>(refusal, at)),
        Payment.CreatingIncoming => state.After(Make<IncomingPaymentWithMethods>(refusal, at)),
        _ => state.After(Make<Quote>(refusal, at)),
    };

    private static Answer<T> Make<T>(Refusal? refusal, DateTimeOffset? at) =>
        refusal is null ? Said.Silence<T>(at) : new Answer<T>.Refused(refusal, at ?? Given.Noon);
}
