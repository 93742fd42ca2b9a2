using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Wait for the payer to come back from the wallet's consent page to the finish URI (RFC 9635 section 4.2).</summary>
/// <param name="Redirect">Where to send the payer's browser. A secret: whoever holds it can act in the payer's place.</param>
/// <param name="Until">When to stop waiting: from then on the answer is <see cref="InteractionResult.NoReturn"/>.</param>
public sealed record AwaitInteraction(Secret Redirect, DateTimeOffset Until) : Request<InteractionResult>
{
    /// <summary>False: nothing leaves this machine.</summary>
    public override bool IsRemote => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<InteractionResult>, Either<Rejection, TState>> then) =>
        interpreter.AwaitInteraction(this, then);
}

/// <summary>What the payer's browser brought back.</summary>
public abstract record InteractionResult
{
    private InteractionResult() { }

    /// <summary><c>?hash=…&amp;interact_ref=…</c>: the payer agreed, if the hash fits. Both as decoded from the query.</summary>
    public sealed record Approved(string Hash, Secret InteractRef) : InteractionResult;

    /// <summary><c>?result=…</c>: a refusal. Anyone can send it, so it proves nothing.</summary>
    /// <param name="Result">As sent: <c>grant_rejected</c>, <c>grant_invalid</c>, <c>invalid_interaction</c>, <c>request_denied</c>.</param>
    public sealed record Declined(string Result) : InteractionResult;

    /// <summary>Nobody came back in time.</summary>
    public sealed record NoReturn : InteractionResult;
}
