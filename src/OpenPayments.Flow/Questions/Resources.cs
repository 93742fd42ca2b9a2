using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary><c>POST /incoming-payments</c>. Asked twice it leaves an orphan that expires unpaid.</summary>
/// <param name="ResourceServer">The receiver's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>incoming-payment</c> with <c>create</c>.</param>
/// <param name="Body">What to create.</param>
public sealed record CreateIncomingPayment(Uri ResourceServer, Secret Token, CreateIncomingPaymentRequest Body) : Request<IncomingPaymentWithMethods>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, TState>> then) =>
        interpreter.CreateIncomingPayment(this, then);
}

/// <summary><c>GET</c> of an incoming payment.</summary>
/// <param name="Id">Its URL, as it was given.</param>
/// <param name="Token">A token with <c>read</c>; null reads the public part, which needs none and is not signed.</param>
public sealed record GetIncomingPayment(Uri Id, Secret? Token) : Request<IncomingPaymentView>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<IncomingPaymentView>, Either<Rejection, TState>> then) =>
        interpreter.GetIncomingPayment(this, then);
}

/// <summary><c>POST /quotes</c>. Asked twice it leaves an orphan that expires unused.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>quote</c> with <c>create</c>.</param>
/// <param name="Body">What to quote.</param>
public sealed record CreateQuote(Uri ResourceServer, Secret Token, CreateQuoteRequest Body) : Request<Quote>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<Quote>, Either<Rejection, TState>> then) =>
        interpreter.CreateQuote(this, then);
}

/// <summary><c>POST /outgoing-payments</c>: this moves money.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>outgoing-payment</c> with <c>create</c>.</param>
/// <param name="Body">What to pay.</param>
public sealed record CreateOutgoingPayment(Uri ResourceServer, Secret Token, CreateOutgoingPaymentRequest Body) : Request<OutgoingPaymentWithSpentAmounts>
{
    /// <summary>False: whether a server protects against a second one depends on the server, so the flow looks before it asks again.</summary>
    public override bool Harmless => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, TState>> then) =>
        interpreter.CreateOutgoingPayment(this, then);
}

/// <summary><c>GET /outgoing-payments</c> of one wallet address.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>outgoing-payment</c> with <c>list</c>.</param>
/// <param name="WalletAddress">Whose payments.</param>
/// <param name="Cursor">Where the last page ended; null for the first.</param>
public sealed record ListOutgoingPayments(Uri ResourceServer, Secret Token, Uri WalletAddress, string? Cursor = null) : Request<ListOutgoingPaymentsResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, TState>> then) =>
        interpreter.ListOutgoingPayments(this, then);
}

/// <summary><c>GET</c> of an outgoing payment.</summary>
/// <param name="Id">Its URL, as it was given.</param>
/// <param name="Token">A token for <c>outgoing-payment</c> with <c>read</c>.</param>
public sealed record GetOutgoingPayment(Uri Id, Secret Token) : Request<OutgoingPayment>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<OutgoingPayment>, Either<Rejection, TState>> then) =>
        interpreter.GetOutgoingPayment(this, then);
}

/// <summary><c>GET /outgoing-payment-grant</c>: what was spent under the token's grant.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token of the grant.</param>
public sealed record GetSpentAmounts(Uri ResourceServer, Secret Token) : Request<GetOutgoingPaymentGrantResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GetOutgoingPaymentGrantResponse>, Either<Rejection, TState>> then) =>
        interpreter.GetSpentAmounts(this, then);
}
