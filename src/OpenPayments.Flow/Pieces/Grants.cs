namespace OpenPayments.Flow;

/// <summary>Obtain a grant that no person has to agree to (guide steps 2 and 4).</summary>
public static class Grants
{
    /// <summary>At the receiver's: to create incoming payments and read them.</summary>
    public static Plan<Grant> ForIncomingPayments(Wallet receiver) => new Piece<Grant>(new Granting(GrantKind.IncomingPayment, receiver.AuthServer));

    /// <summary>At the sender's: to create quotes.</summary>
    public static Plan<Grant> ForQuotes(Wallet sender) => new Piece<Grant>(new Granting(GrantKind.Quote, sender.AuthServer));
}

/// <summary>A grant is to be asked for.</summary>
public sealed record Granting(GrantKind For, Uri AuthServer) : Stage
{
    internal override string Step => For == GrantKind.Quote ? "quote-grant" : "incoming-payment-grant";

    internal override Step<Turn> Next() => Ask.Usually(this, new RequestGrant(AuthServer, Access.To(For)), (response, at) => response.Match(
        interactionRequired: _ => Turn.Stop(new Reason(Reason.Codes.InteractionRequired, Step,
            "The authorization server asks for a person's consent for a grant that needs none.",
            "Nothing was paid. This provider cannot take part in payments as it is set up now.", Fault.Provider), at),
        granted: g => new Turn.Learnt(new Grant(For, AuthServer, new Token(g.AccessToken.Value, g.AccessToken.Manage), at)),
        unknown: _ => Turn.Stop(Mismatch.Newer(this), at)));
}
