using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;
using Continued = OpenPayments.Flow.Answer<OpenPayments.Generated.ContinueGrantResponse>;

namespace OpenPayments.Flow;

/// <summary>Guide step 8. The answer holds the token and is given once: what is lost here is lost, and nothing has been paid.</summary>
internal static class Continuation
{
    public static Payment Next(Continuing s, Continued answer) => answer switch
    {
        Continued.Body { Value: { AccessToken: { } token }, At: var at } => Consented(s, s.Order, s.Sender, s.Incoming, s.Quote, token, at),
        Continued.Body { Value: var pending, At: var at } => StillPending(s, pending, at),
        Continued.Refused { Refusal: { Code: ErrorResponse.Codes.TooFast } or { Status: 429 }, At: var at, Refusal.RetryAfter: var pause }
            when s.Tries < Troubles.MostTries => new Waiting(at + Troubles.Within(pause ?? TooFast), s with { Tries = s.Tries + 1 }),
        Continued.Refused { Refusal: var refusal } when Troubles.MayHaveHappened(refusal) => Lost(s),
        Continued.Refused { Refusal: var refusal } => new Failed(Troubles.Explain(s, refusal)),
        Continued.Lost => Lost(s),
    };

    /// <summary>With the payer's consent: the payment, or another quote first where this one ran out meanwhile.</summary>
    public static Payment Consented(Payment s, PaymentOrder order, Wallet sender, Incoming incoming, Quoted quote, AccessToken token, DateTimeOffset at)
    {
        var consent = new Consent(token.Value, quote.Debit);
        return Quotes.Expired(quote, at) ? Quotes.Again(s, order, sender, incoming, quote, consent) : new Paying(order, sender, incoming, quote, consent);
    }

    /// <summary>The reference server's wait, where a server says "too fast" and not for how long.</summary>
    private static readonly TimeSpan TooFast = TimeSpan.FromSeconds(5);

    /// <summary>A 200 without a token: the server is not through with the interaction. It names where to ask again.</summary>
    private static Payment StillPending(Continuing s, ContinueGrantResponse pending, DateTimeOffset at)
    {
        if (s.Tries >= Troubles.MostTries)
            return new Failed(new Reason(Reason.Codes.Refused, PaymentSummary.StepOf(s), "The authorization server kept the grant pending after the payer had agreed.",
                "Nothing was paid. Start the payment again.", Fault.Provider));
        var grant = s.Grant with { ContinueUri = pending.Continue.Uri, ContinueToken = pending.Continue.AccessToken.Value };
        return new Waiting(at + TimeSpan.FromSeconds(Math.Clamp(pending.Continue.Wait ?? 5, 1, 600)), s with { Grant = grant, Tries = s.Tries + 1 });
    }

    private static Failed Lost(Continuing s) => new(new Reason(Reason.Codes.ContinuationLost, PaymentSummary.StepOf(s),
        "The payer agreed, but the answer that carries the access token did not arrive, and a server gives it only once.",
        "Nothing was paid. Start the payment again and ask the payer to agree again.", Fault.Network));
}
