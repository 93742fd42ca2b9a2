using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary><c>POST</c> to an authorization server: a request for one access token (RFC 9635 section 2).</summary>
/// <param name="AuthServer">The wallet address's <c>authServer</c>, as it was given.</param>
/// <param name="Access">What the token is to allow.</param>
/// <param name="Interact">How the resource owner is to be asked; null where no consent is needed.</param>
public sealed record RequestGrant(Uri AuthServer, AccessItem Access, InteractRequest? Interact = null) : Question<GrantResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GrantResponse>, TState> next) =>
        interpreter.RequestGrant(this, next);
}

/// <summary>Obtain a grant that no person has to agree to (guide steps 2 and 4).</summary>
public static class Grants
{
    /// <summary>At the receiver's: to create incoming payments and read them.</summary>
    public static Plan<Grant> ForIncomingPayments(Wallet receiver) => new StepPlan<Grant>(new RequestingGrant(GrantKind.IncomingPayment, receiver.AuthServer));

    /// <summary>At the sender's: to create quotes.</summary>
    public static Plan<Grant> ForQuotes(Wallet sender) => new StepPlan<Grant>(new RequestingGrant(GrantKind.Quote, sender.AuthServer));
}

/// <summary>A grant is to be requested.</summary>
/// <param name="For">What it allows.</param>
/// <param name="AuthServer">Of whom.</param>
public sealed record RequestingGrant(GrantKind For, Uri AuthServer) : Stage
{
    internal override string Step => For == GrantKind.Quote ? "quote-grant" : "incoming-payment-grant";

    internal override EntrySubject Subject => new(Step, AuthServer.OriginalString);

    internal override Step<Transition> Next() => Usual.Ask(this, new RequestGrant(AuthServer, AccessTo(For)), (response, at) => response.Match<Transition>(
        interactionRequired: _ => Transition.Stop(new Reason(Reason.Codes.InteractionRequired, Step,
            "The authorization server asks for a person's consent for a grant that needs none.",
            "Nothing was paid. This provider cannot take part in payments as it is set up now.", Fault.Provider), at),
        granted: g => new Transition.Found(new Grant(For, AuthServer, new Token(g.AccessToken.Value, g.AccessToken.Manage), at)),
        unknown: _ => Transition.Stop(Contradiction.Newer(this), at)));

    /// <summary>No more than the steps after it use.</summary>
    internal static AccessItem AccessTo(GrantKind kind) => kind == GrantKind.Quote
        ? new AccessQuote { Actions = [AccessQuoteAction.Create] }
        : new AccessIncoming { Actions = [AccessIncomingAction.Create, AccessIncomingAction.Read] };
}

/// <summary>What a grant without consent allows.</summary>
public enum GrantKind
{
    /// <summary>To create and read incoming payments (guide step 2).</summary>
    IncomingPayment,

    /// <summary>To create quotes (guide step 4).</summary>
    Quote,
}

/// <summary>A grant that nobody had to agree to.</summary>
/// <param name="For">What it allows; it is requested again where its token can no longer be rotated.</param>
/// <param name="AuthServer">Who gave it.</param>
/// <param name="Token">Its token.</param>
/// <param name="At">When it was given.</param>
public sealed record Grant(GrantKind For, Uri AuthServer, Token Token, DateTimeOffset At) : Finding
{
    internal override IEnumerable<Authority> Authorities => [new HeldToken(Token)];

    internal override Finding Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}
