using OpenPayments.Flow.Plans;
namespace OpenPayments.Flow.Steps;

/// <summary>Obtain a grant that a person has to agree to (guide steps 6 to 8).</summary>
public static class Consents
{
    /// <summary>The sender's, to pay up to a limit.</summary>
    /// <param name="sender">Whose account is debited.</param>
    /// <param name="limit">The most that may be paid.</param>
    /// <param name="finishUri">Where the wallet returns the payer's browser.</param>
    public static Plan<Consent> Ask(Wallet sender, Limit limit, Uri finishUri) =>
        new StepPlan<Consent>(new DrawingNonce(new ConsentRequest(sender, finishUri, limit)));

    /// <summary>
    /// The sender's, to pay what was quoted: the consent of an earlier round where it still holds and covers this limit, otherwise a new
    /// one, asked for while the quote lives.
    /// </summary>
    /// <param name="round">What is left from earlier rounds.</param>
    /// <param name="sender">Whose account is debited.</param>
    /// <param name="limit">The most that may be paid.</param>
    /// <param name="before">When the quote runs out: its <see cref="PaymentQuote.CertainUntil"/>.</param>
    /// <param name="finishUri">Where the wallet returns the payer's browser.</param>
    public static Plan<Consent> ToPay(Round round, Wallet sender, Limit limit, DateTimeOffset before, Uri finishUri) =>
        round.Kept is Consent kept && kept.Limit.Covers(limit)
            ? Plan.Return(kept)
            : new StepPlan<Consent>(new DrawingNonce(new ConsentRequest(sender, finishUri, limit, before, WhyAgain(round))));

    /// <summary>The owner's, to show that a wallet address is theirs.</summary>
    public static Plan<Identity> Identify(Wallet wallet, Uri finishUri) =>
        new StepPlan<Identity>(new DrawingNonce(new ConsentRequest(wallet, finishUri, null)));

    private static Reason? WhyAgain(Round round) =>
        round.Kept is Consent ? new Reason(Reason.Codes.QuoteTooDear, ConsentStage.StepName,
            "The quote that the payer agreed to ran out before it could be paid, and the new one costs more than was agreed to.",
            "Nothing was paid. Agree to the new amount, or leave it.", Fault.Payer)
        : round.Because is { Code: Reason.Codes.ConsentLost } lost ? lost
        : null;
}

/// <summary>What a person is asked to agree to.</summary>
/// <param name="Wallet">Whose.</param>
/// <param name="FinishUri">Where the wallet returns the browser.</param>
/// <param name="Limit">The most that may be paid; null: nothing is paid, the wallet address is to be shown to be theirs.</param>
/// <param name="Before">When the quote runs out that the consent is for; null where there is none, or where that no longer counts.</param>
/// <param name="Because">Why it is asked for once more.</param>
/// <param name="Times">How often it was asked for, this time included.</param>
public sealed record ConsentRequest(Wallet Wallet, Uri FinishUri, Limit? Limit, DateTimeOffset? Before = null, Reason? Because = null, int Times = 1)
{
    /// <summary>The quote ran out.</summary>
    internal bool IsTooLate(DateTimeOffset at) => Before is { } end && at >= end;
}

/// <summary>What the payer agreed to.</summary>
/// <param name="Token">The token for outgoing payments.</param>
/// <param name="Limit">The most that may be paid.</param>
public sealed record Consent(Token Token, Limit Limit) : Finding
{
    internal override IEnumerable<Authority> Authorities => [new HeldToken(Token)];

    internal override Finding Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}

/// <summary>Someone showed that a wallet address is theirs.</summary>
/// <param name="Address">The wallet address.</param>
public sealed record Identity(Uri Address) : Finding;
