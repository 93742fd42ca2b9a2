using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// Answers questions: one method for each there is, so that an interpreter which forgets one does not compile, in C# or in F#.
/// A host answers with tasks, a test with values, a simulator with generators. Each method gets the question and what its answer
/// leads to.
/// </summary>
/// <typeparam name="TState">The flow's states.</typeparam>
/// <typeparam name="TOut">What the interpreter makes of a step.</typeparam>
public interface IInterpreter<TState, TOut>
{
    /// <summary>Reads a wallet address (guide step 1). Not signed.</summary>
    TOut GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, TState>> next);

    /// <summary>Asks an authorization server for a grant (guide steps 2, 4 and 6). The interpreter adds the <c>client</c> member.</summary>
    TOut RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, TState>> next);

    /// <summary>Asks an authorization server to have someone show whose a wallet address is. The interpreter adds the <c>client</c> member.</summary>
    TOut RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Either<Rejection, TState>> next);

    /// <summary>Rotates an access token.</summary>
    TOut RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Either<Rejection, TState>> next);

    /// <summary>Creates an incoming payment (guide step 3).</summary>
    TOut CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, TState>> next);

    /// <summary>Creates a quote (guide step 5).</summary>
    TOut CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, TState>> next);

    /// <summary>Makes a fresh nonce: at least 128 bits from a cryptographic source, as text.</summary>
    TOut DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, TState>> next);

    /// <summary>Sends the payer to consent and waits for the return (guide step 7).</summary>
    TOut AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, TState>> next);

    /// <summary>Continues a grant after the interaction (guide step 8).</summary>
    TOut ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, TState>> next);

    /// <summary>Creates an outgoing payment (guide step 9).</summary>
    TOut CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, TState>> next);

    /// <summary>Lists the outgoing payments of a wallet address, newest page first, to find one whose creation was not answered.</summary>
    TOut ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, TState>> next);

    /// <summary>Reads an outgoing payment (guide step 10).</summary>
    TOut GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, TState>> next);

    /// <summary>Reads an incoming payment: whole with a token, its public part without.</summary>
    TOut GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, TState>> next);

    /// <summary>Reads what was spent under a grant.</summary>
    TOut GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Either<Rejection, TState>> next);

    /// <summary>Makes a mark: at least 128 bits from a cryptographic source, as text.</summary>
    TOut DrawMark(DrawMark ask, Func<Answer<Mark>, Either<Rejection, TState>> next);

    /// <summary>Lets time pass.</summary>
    TOut Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, TState>> next);

    /// <summary>Nothing is left to ask.</summary>
    TOut Done();
}
