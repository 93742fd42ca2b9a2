using System.Text.Json.Serialization;

namespace OpenPayments.Flow;

/// <summary>What a piece found out: an entry of the journal from which a plan is taken up again.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Wallet), "wallet")]
[JsonDerivedType(typeof(Grant), "grant")]
[JsonDerivedType(typeof(Incoming), "incoming-payment")]
[JsonDerivedType(typeof(Quoted), "quote")]
[JsonDerivedType(typeof(Consent), "consent")]
[JsonDerivedType(typeof(Identified), "identity")]
[JsonDerivedType(typeof(Spent), "spent")]
[JsonDerivedType(typeof(Made), "outgoing-payment")]
[JsonDerivedType(typeof(Outcome.Paid), "paid")]
[JsonDerivedType(typeof(Outcome.PaidInPart), "paid-in-part")]
[JsonDerivedType(typeof(Outcome.Unpaid), "unpaid")]
[JsonDerivedType(typeof(Outcome.Unknown), "unknown")]
[JsonDerivedType(typeof(Round), "round")]
[JsonDerivedType(typeof(Reached), "reached")]
public abstract record Fact
{
    private protected Fact() { }

    /// <summary>The same with a token that was renewed: what is held is what works.</summary>
    internal virtual Fact Renew(Token old, Token fresh) => this;
}
