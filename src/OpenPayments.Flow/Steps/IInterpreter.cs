using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// Answers questions: one method for each there is, so that an interpreter which forgets one does not compile, in C# or in F#.
/// A host answers with tasks, a test with values, a simulator with generators. Each method gets the question and what its answer
/// leads to.
/// </summary>
/// <typeparam name="TState">The flow's states.</typeparam>
/// <typeparam name="TOut">What the interpreter makes of a step.</typeparam>
public interface IInterpreter<TState, TOut>
{
    /// <summary>Reads a wallet address (guide step 1). Not signed; up to three redirects are followed.</summary>
    TOut GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, TState> next);

    /// <summary>Asks an authorization server for a grant (guide steps 2, 4 and 6). The interpreter adds the <c>client</c> member.</summary>
    TOut RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, TState> next);

    /// <summary>Asks an authorization server to have someone show whose a wallet address is. The interpreter adds the <c>client</c> member.</summary>
    TOut RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, TState> next);

    /// <summary>Rotates an access token.</summary>
    TOut RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, TState> next);

    /// <summary>Revokes an access token that is not used any more.</summary>
    TOut RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, TState> next);

    /// <summary>Cancels a grant that nobody has continued.</summary>
    TOut CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, TState> next);

    /// <summary>Creates an incoming payment (guide step 3).</summary>
    TOut CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, TState> next);

    /// <summary>Creates a quote (guide step 5).</summary>
    TOut CreateQuote(CreateQuote ask, Func<Answer<Quote>, TState> next);

    /// <summary>Continues a grant after the interaction (guide step 8).</summary>
    TOut ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, TState> next);

    /// <summary>Creates an outgoing payment (guide step 9).</summary>
    TOut CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, TState> next);

    /// <summary>Lists the outgoing payments of a wallet address, newest first, to find one whose creation was not answered.</summary>
    TOut ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, TState> next);

    /// <summary>Reads an outgoing payment (guide step 10).</summary>
    TOut GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, TState> next);

    /// <summary>Reads an incoming payment: whole with a token, its public part without.</summary>
    TOut GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, TState> next);

    /// <summary>Reads what was spent under a grant.</summary>
    TOut GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, TState> next);

    /// <summary>Draws random text: at least 128 bits from a cryptographic source, as ASCII. It is given with the time.</summary>
    TOut Draw(Func<Secret, DateTimeOffset, TState> next);

    /// <summary>Lets time pass until a point in time; what follows is given the time.</summary>
    TOut Wait(DateTimeOffset until, Func<DateTimeOffset, TState> next);

    /// <summary>
    /// Waits for an event from outside: the payer's return (guide step 7), where the step has a redirect to send the payer to, or the
    /// next order under a grant.
    /// </summary>
    TOut Await(Step<TState>.Await step);

    /// <summary>Nothing is left to ask.</summary>
    TOut Done();
}
