using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Create an incoming payment at the receiver's (guide step 3).</summary>
public static class IncomingPayments
{
    /// <summary>For this amount, or for whatever comes.</summary>
    /// <param name="grant">Of <see cref="Grants.ForIncomingPayments"/>.</param>
    /// <param name="receiver">Who is paid.</param>
    /// <param name="amount">What is to arrive, in the receiver's asset; null where the amount is fixed elsewhere.</param>
    /// <param name="metadata">A JSON object as text; null for none.</param>
    public static Plan<Incoming> Create(Grant grant, Wallet receiver, Amount? amount, string? metadata) =>
        new Piece<Incoming>(new CreatingIncoming(receiver, grant.Token, amount, null, metadata));

    /// <summary>
    /// The same, until a point in time: a payment to it that is still under way then is refused, so that it can be known not to have
    /// been made.
    /// </summary>
    public static Plan<Incoming> CreateUntil(DateTimeOffset expiresAt, Grant grant, Wallet receiver, Amount? amount, string? metadata) =>
        new Piece<Incoming>(new CreatingIncoming(receiver, grant.Token, amount, expiresAt, metadata));
}

/// <summary>An incoming payment is to be created.</summary>
public sealed record CreatingIncoming(Wallet Receiver, Token With, Amount? Amount, DateTimeOffset? ExpiresAt, string? Metadata) : Stage
{
    internal override string Step => "incoming-payment";

    internal override Token? Token => With;

    internal override Step<Turn> Next() => Ask.Usually(this, new CreateIncomingPayment(Receiver.ResourceServer, With.Value, Body()), (made, at) =>
        made.IncomingAmount != Amount
            ? Turn.Stop(Mismatch.Of(this, "The receiver's server created an incoming payment for another amount."), at)
            : new Turn.Learnt(new Incoming(made.Id, Amount, Lifetimes.EndOf(made.CreatedAt, made.ExpiresAt, at), With)));

    internal override Stage Renew(Token old, Token fresh) => this with { With = With.Renew(old, fresh) };

    private CreateIncomingPaymentRequest Body() => new()
    {
        WalletAddress = Receiver.Id,
        IncomingAmount = Amount,
        ExpiresAt = ExpiresAt,
        Metadata = JsonObjects.Read(Metadata),
    };
}
