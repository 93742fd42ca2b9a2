using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// Settle (guide step 10). A 201 says accepted, not paid: the outgoing payment is read until money has left, then the incoming payment
/// until it has arrived.
/// </summary>
public static class Settlement
{
    /// <summary>Follows a payment to its end: it is known how it ended, or that this cannot be known.</summary>
    public static Plan<Outcome> Follow(Made made, Incoming incoming) => new Piece<Outcome>(new Settling.Following(made, incoming));
}

/// <summary>Where the settlement of a payment stands.</summary>
public abstract record Settling : Stage
{
    private Settling(Made made, Incoming incoming) => (Made, Incoming) = (made, incoming);

    /// <summary>The outgoing payment.</summary>
    public Made Made { get; init; }

    /// <summary>The incoming payment.</summary>
    public Incoming Incoming { get; init; }

    internal sealed override string Step => "settlement";

    internal sealed override Token? Token => Made.Token;

    internal sealed override IEnumerable<Secret> Secrets => [Made.Token.Value, Incoming.Token.Value];

    internal sealed override Step<Turn> Next() => this switch
    {
        Following s => Ask.Always(new GetOutgoingPayment(s.Made.Id, s.Made.Token.Value), answer => Arrival.Followed(s, answer)),
        Confirming s => Ask.Always(new GetIncomingPayment(s.Incoming.Id, s.Publicly ? null : s.Incoming.Token.Value), answer => Arrival.Confirmed(s, answer)),
    };

    internal sealed override Stage Renew(Token old, Token fresh) => this with { Made = (Made)Made.Renew(old, fresh), Incoming = (Incoming)Incoming.Renew(old, fresh) };

    /// <summary>The outgoing payment is to be read until money moves. <paramref name="Sent"/>: how much has left, as far as it was seen; fees are not in it.</summary>
    public sealed record Following(Made Made, Incoming Incoming, Amount? Sent = null) : Settling(Made, Incoming);

    /// <summary>
    /// The incoming payment is to be read, to see the money arrive. <paramref name="Publicly"/>: its public part, which needs no token.
    /// <paramref name="GaveUp"/>: the sender's server will send no more.
    /// </summary>
    public sealed record Confirming(Made Made, Incoming Incoming, Amount? Sent, bool Publicly = false, Reason? GaveUp = null) : Settling(Made, Incoming);
}
