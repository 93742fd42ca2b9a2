using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>A server that does not know our key, or does not accept it: told as that, with all that is needed to mend it.</summary>
public sealed class KeyTests
{
    private static readonly Signer Signer = new(new Uri("https://cloudnine.example"), "key-1", new Uri("https://shop.example/wallet/"));

    private static readonly Refusal Unknown = new(401, "401", Reply.UnknownKey, Signer: Signer);

    /// <summary>Those whose refusals end the payment.</summary>
    public static TheoryData<string> Ending =>
    [
        nameof(RequestingGrant), nameof(CreatingIncomingPayment), nameof(CreatingQuote), nameof(RequestingConsent), nameof(ContinuingGrant),
        nameof(CreatingOutgoingPayment), nameof(ReadingSpentAmounts),
    ];

    [Theory]
    [MemberData(nameof(Ending))]
    public void It_ends_the_payment_and_says_which_server_key_and_wallet_address(string name)
    {
        var reason = AnyRequest.Refused(Stages.Of(name), Unknown).Stops();
        Assert.Equal((Reason.Codes.KeyNotAccepted, Fault.Setup, Stages.Of(name).Step), (reason.Code, reason.Fault, reason.Step));
        Assert.Equal("The server https://cloudnine.example does not accept the key \"key-1\" of https://shop.example/wallet/"
            + $" (401, 401: {Reply.UnknownKey}).", reason.Detail);
        Assert.Contains("https://shop.example/wallet/jwks.json", reason.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "invalid_client", null)]
    [InlineData(400, "invalid_client", "could not determine client")]
    [InlineData(401, null, "Signature error: invalid signature")]
    [InlineData(403, "403", "signature validation error: signature is missing")]
    public void However_a_server_says_it_the_token_is_not_renewed_and_it_is_told_without_names_where_these_are_not_known(
        int status, string? code, string? words)
    {
        var reason = Stages.CreatingQuote.After(Reply.Refused<Quote>(status, code, words)).Stops();
        Assert.Equal(Reason.Codes.KeyNotAccepted, reason.Code);
        Assert.StartsWith("The server does not accept the key that signed the request", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_doubt_a_continuation_still_ends_as_what_it_is_and_nobody_is_asked_again()
    {
        var doubting = Stages.ContinuingGrant with { Doubt = true, Tries = 1 };
        Assert.Equal(Reason.Codes.KeyNotAccepted, doubting.After(Reply.Refused<ContinueGrantResponse>(Unknown)).Stops().Code);
    }

    [Fact]
    public void A_payment_in_doubt_stays_in_doubt_and_the_receiver_is_asked()
    {
        var creating = Stages.CreatingOutgoingPayment with { Doubt = new Doubt(Given.Noon, MayResend: true) };
        creating.After(Reply.Refused<OutgoingPaymentWithSpentAmounts>(Unknown)).Goes<SearchingOutgoingPayment>();
        var searching = Stages.SearchingOutgoingPayment with { Doubt = new Doubt(Given.Noon, MayResend: false) };
        searching.After(Reply.Refused<ListOutgoingPaymentsResponse>(Unknown)).Goes<AskingReceiver>();
        Stages.FollowingOutgoingPayment.After(Reply.Refused<OutgoingPayment>(Unknown)).Goes<ConfirmingArrival>();
    }

    [Fact]
    public void Other_words_on_a_401_are_about_the_token() =>
        Stages.CreatingQuote.After(Reply.Refused<Quote>(401, "401", "Unauthorized request")).Renews();
}
