using LanguageExt;
using static LanguageExt.Prelude;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>
/// The one-time payment of the Open Payments guide as a Moore machine: from a state follows the one question to ask, from its
/// answer the next state. This page is the guide, top to bottom; what is looked at in each answer stands in the files beside it.
/// </summary>
public static class PaymentFlow
{
    /// <summary>The first state, or what is wrong with the order (<c>Left</c>). Nothing has been asked of anyone yet.</summary>
    public static Either<OrderError, Payment> Start(PaymentOrder order) => OrderRules.Check(order) is { } error
        ? Left<OrderError, Payment>(error)
        : Right<OrderError, Payment>(new FindingSender(order));

    /// <summary>What to ask next, and what each answer leads to.</summary>
    public static Step<Payment> Next(Payment payment) => payment switch
    {
        // 1  Read both wallet addresses.
        FindingSender s => Ask(s, new GetWalletAddress(s.Order.Sender), (wallet, _) => Discovery.Sender(s, wallet)),
        FindingReceiver s => Ask(s, new GetWalletAddress(s.Order.Receiver), (wallet, _) => Discovery.Receiver(s, wallet)),

        // 2  At the receiver's: a grant to create an incoming payment.
        GrantingIncoming s => Ask(s, new RequestGrant(s.Receiver.AuthServer, Access.IncomingPayment), (grant, _) => Grants.WithoutConsent(s, grant, token =>
            new CreatingIncoming(s.Order, s.Sender, s.Receiver, token))),

        // 3  At the receiver's: the incoming payment.
        CreatingIncoming s => Ask(s, new CreateIncomingPayment(s.Receiver.ResourceServer, s.Token, Bodies.IncomingPayment(s)), (incoming, _) => Quotes.For(s, incoming)),

        // 4  At the sender's: a grant to create a quote.
        GrantingQuote s => Ask(s, new RequestGrant(s.Sender.AuthServer, Access.Quote), (grant, _) => Grants.WithoutConsent(s, grant, token =>
            new Quoting(s.Order, s.Sender, s.Incoming, s.Number, token, s.Consent))),

        // 5  At the sender's: the quote.
        Quoting s => Ask(s, new CreateQuote(s.Sender.ResourceServer, s.Token, Bodies.Quote(s)), (quote, at) => Quotes.Accept(s, quote, at)),

        // 6  At the sender's: an interactive grant for the outgoing payment, limited to what the quote debits.
        DrawingNonce s => Ask(s, new DrawNonce(), (nonce, at) => Quotes.Expired(s.Quote, at)
            ? Quotes.Again(s, s.Order, s.Sender, s.Incoming, s.Quote)
            : new SeekingConsent(s.Order, s.Sender, s.Incoming, s.Quote, nonce)),
        SeekingConsent s => Ask(s, new RequestGrant(s.Sender.AuthServer, Access.OutgoingPayment(s), Interactions.Redirect(s)), (grant, at) =>
            Interactions.Begin(s, grant, at)),

        // 7  Send the payer to consent; verify the hash that comes back.
        AwaitingConsent s => Check(new AwaitInteraction(s.Grant.Redirect, s.Grant.Until), answer => Interactions.Return(s, answer)),

        // 8  Continue the grant.
        Continuing s => Ask(new ContinueGrant(s.Grant.ContinueUri, s.Grant.ContinueToken, s.InteractRef), answer => Continuation.Next(s, answer)),

        // 9  The outgoing payment: once. Where it is not certain that it was made, it is looked for.
        Paying s => Ask(new CreateOutgoingPayment(s.Sender.ResourceServer, s.Consent.Token, Bodies.OutgoingPayment(s)), answer => OutgoingPayments.Created(s, answer)),
        Looking s => Ask(new ListOutgoingPayments(s.Sender.ResourceServer, s.Consent.Token, s.Sender.Id, s.Cursor), answer => OutgoingPayments.Listed(s, answer)),

        // 10 Follow it until the money has arrived, or has failed to.
        Following s => Ask(new GetOutgoingPayment(s.Outgoing.Id, s.Consent.Token), answer => Settlement.Followed(s, answer)),
        Confirming s => Ask(new GetIncomingPayment(s.Incoming.Id, s.Token), answer => Settlement.Confirmed(s, answer)),

        // however the waiting ended, only the time counts
        Waiting s => Ask(new Wait(s.Until), answer => answer.At < s.Until ? s : s.Then),
        Completed or Failed or Uncertain => new Step<Payment>.Done(),
    };

    /// <summary>A question whose refusals and losses get the usual treatment: see <see cref="Troubles.Usual{T}"/>.</summary>
    private static Step<Payment> Ask<T>(Payment state, Request<T> question, Func<T, DateTimeOffset, Payment> body) =>
        Ask(question, answer => answer is Answer<T>.Body b ? body(b.Value, b.At) : Troubles.Usual(state, answer));

    /// <summary>A question whose every answer leads somewhere.</summary>
    private static Step<Payment> Ask<T>(Request<T> question, Func<Answer<T>, Payment> then) =>
        Check(question, answer => Right<Rejection, Payment>(then(answer)));

    /// <summary>A question that turns away what is not an answer to it.</summary>
    private static Step<Payment> Check<T>(Request<T> question, Func<Answer<T>, Either<Rejection, Payment>> then) =>
        new Step<Payment>.Ask<T>(question, then);
}
