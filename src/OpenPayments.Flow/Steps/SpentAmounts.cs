using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary><c>GET /outgoing-payment-grant</c>: what was spent under the token's grant.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token of the grant.</param>
public sealed record GetSpentAmounts(Uri ResourceServer, Secret Token) : Question<GetOutgoingPaymentGrantResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GetOutgoingPaymentGrantResponse>, TState> next) =>
        interpreter.GetSpentAmounts(this, next);
}

/// <summary>Read what has been paid under a grant.</summary>
public static class SpentAmounts
{
    /// <summary>What the sender's server counts in the window that is open.</summary>
    public static Plan<SpentSoFar> Read(Consent consent, Wallet sender) => new StepPlan<SpentSoFar>(new ReadingSpentAmounts(sender, consent.Token));
}

/// <summary>The amounts that were spent under a grant are to be read.</summary>
public sealed record ReadingSpentAmounts(Wallet Sender, Token With) : Stage
{
    internal override string Step => "spent-amounts";

    internal override EntrySubject Subject => new(Step, Sender.Id.OriginalString);

    internal override Token? Token => With;

    internal override Step<Transition> Next() => Usual.Ask(this, new GetSpentAmounts(Sender.ResourceServer, With.Value), (spent, at) =>
        Contradiction.Asset("spentDebitAmount", spent.SpentDebitAmount, Sender.AssetCode, Sender.AssetScale) is { } difference
            ? Transition.Stop(Contradiction.Of(this, "answer on what was spent", difference), at)
            : new Transition.Found(new SpentSoFar(new Spent(spent.SpentDebitAmount, spent.SpentReceiveAmount))));

    internal override Stage Renew(Token old, Token fresh) => this with { With = With.Renew(old, fresh) };
}

/// <summary>What the sender's server says was spent.</summary>
public sealed record SpentSoFar(Spent Spent) : Finding;
