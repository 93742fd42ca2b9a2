using System.Text.Json.Serialization;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// Where a one-time payment stands. Each case holds exactly what has been learnt so far, and nothing else is needed to go on: it
/// can be written down with <see cref="PaymentJson"/> after any step and taken up by another process. The cases come in the order
/// of the guide.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "at", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(FindingSender), "finding-sender")]
[JsonDerivedType(typeof(FindingReceiver), "finding-receiver")]
[JsonDerivedType(typeof(GrantingIncoming), "granting-incoming")]
[JsonDerivedType(typeof(CreatingIncoming), "creating-incoming")]
[JsonDerivedType(typeof(GrantingQuote), "granting-quote")]
[JsonDerivedType(typeof(Quoting), "quoting")]
[JsonDerivedType(typeof(DrawingNonce), "drawing-nonce")]
[JsonDerivedType(typeof(SeekingConsent), "seeking-consent")]
[JsonDerivedType(typeof(AwaitingConsent), "awaiting-consent")]
[JsonDerivedType(typeof(Continuing), "continuing")]
[JsonDerivedType(typeof(Paying), "paying")]
[JsonDerivedType(typeof(Looking), "looking")]
[JsonDerivedType(typeof(Following), "following")]
[JsonDerivedType(typeof(Confirming), "confirming")]
[JsonDerivedType(typeof(Waiting), "waiting")]
[JsonDerivedType(typeof(Completed), "completed")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Uncertain), "uncertain")]
public abstract record Payment
{
    private Payment() { }

    /// <summary>How often the question at hand has been asked without an answer to go on with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Tries { get; init; }

    /// <summary>Guide step 1: the sender's wallet address is to be read.</summary>
    public sealed record FindingSender(PaymentOrder Order) : Payment;

    /// <summary>Guide step 1: the receiver's wallet address is to be read.</summary>
    public sealed record FindingReceiver(PaymentOrder Order, Wallet Sender) : Payment;

    /// <summary>Guide step 2: a grant for an incoming payment is to be had at the receiver's.</summary>
    public sealed record GrantingIncoming(PaymentOrder Order, Wallet Sender, Wallet Receiver) : Payment;

    /// <summary>Guide step 3: the incoming payment is to be created.</summary>
    public sealed record CreatingIncoming(PaymentOrder Order, Wallet Sender, Wallet Receiver, Secret Token) : Payment;

    /// <summary>Guide step 4: a grant for a quote is to be had at the sender's. With a consent: the quote before it ran out.</summary>
    public sealed record GrantingQuote(PaymentOrder Order, Wallet Sender, Incoming Incoming, int Number, Consent? Consent = null) : Payment;

    /// <summary>Guide step 5: the quote is to be created.</summary>
    public sealed record Quoting(PaymentOrder Order, Wallet Sender, Incoming Incoming, int Number, Secret Token, Consent? Consent = null) : Payment;

    /// <summary>Guide step 6: a nonce is to be drawn for the interactive grant.</summary>
    public sealed record DrawingNonce(PaymentOrder Order, Wallet Sender, Incoming Incoming, Quoted Quote) : Payment;

    /// <summary>Guide step 6: the interactive grant, limited to the quote's debit amount, is to be asked for.</summary>
    public sealed record SeekingConsent(PaymentOrder Order, Wallet Sender, Incoming Incoming, Quoted Quote, Secret Nonce) : Payment;

    /// <summary>Guide step 7: the payer is at the wallet's consent page. <paramref name="Declined"/>: someone said that the payer refused.</summary>
    public sealed record AwaitingConsent(PaymentOrder Order, Wallet Sender, Incoming Incoming, Quoted Quote, PendingGrant Grant, string? Declined = null) : Payment;

    /// <summary>Guide step 8: the payer agreed; the grant is to be continued.</summary>
    public sealed record Continuing(PaymentOrder Order, Wallet Sender, Incoming Incoming, Quoted Quote, PendingGrant Grant, Secret InteractRef) : Payment;

    /// <summary>Guide step 9: the outgoing payment is to be created. <paramref name="Doubt"/>: an earlier attempt may yet have succeeded.</summary>
    public sealed record Paying(PaymentOrder Order, Wallet Sender, Incoming Incoming, Quoted Quote, Consent Consent, bool Doubt = false) : Payment;

    /// <summary>
    /// It is not known whether the outgoing payment exists: it is to be looked for before anything else. <paramref name="Because"/>:
    /// what the server said, if it spoke.
    /// </summary>
    public sealed record Looking(
        PaymentOrder Order, Wallet Sender, Incoming Incoming, Quoted Quote, Consent Consent, bool Doubt, Reason? Because = null, int Page = 1, string? Cursor = null) : Payment;

    /// <summary>Guide step 10: the outgoing payment exists; it is to be read until money moves.</summary>
    public sealed record Following(PaymentOrder Order, Incoming Incoming, Quoted Quote, Consent Consent, Followed Outgoing) : Payment;

    /// <summary>Guide step 10: the incoming payment is to be read, to see the money arrive. <paramref name="Token"/> null: its public part.</summary>
    public sealed record Confirming(PaymentOrder Order, Incoming Incoming, Quoted Quote, Consent Consent, Followed Outgoing, Secret? Token) : Payment;

    /// <summary>Nothing is to be done until a point in time; then <paramref name="Then"/> goes on.</summary>
    public sealed record Waiting(DateTimeOffset Until, Payment Then) : Payment;

    /// <summary>The money has arrived: the receiver's server says so.</summary>
    public sealed record Completed(Receipt Receipt) : Payment;

    /// <summary>Over. Unless <paramref name="Receipt"/> says otherwise, nothing was paid.</summary>
    public sealed record Failed(Reason Reason, Receipt? Receipt = null) : Payment;

    /// <summary>Over, and not known how: <paramref name="Reason"/> says how a person can find out.</summary>
    public sealed record Uncertain(Reason Reason, Receipt Receipt) : Payment;
}

/// <summary>What is known of the money at the end.</summary>
/// <param name="Debit">What was to be debited.</param>
/// <param name="Receive">What was to arrive.</param>
/// <param name="Sent">What the sender's server says has left.</param>
/// <param name="Received">What the receiver's server says has arrived.</param>
/// <param name="IncomingPayment">Its URL.</param>
/// <param name="OutgoingPayment">Its URL; null where it is not known whether there is one.</param>
public sealed record Receipt(Amount Debit, Amount Receive, Amount? Sent, Amount? Received, Uri IncomingPayment, Uri? OutgoingPayment);
