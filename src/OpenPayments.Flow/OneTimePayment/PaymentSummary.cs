using System.Text.Json.Serialization;
using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>What anyone who knows of a payment may see of it: no token, no nonce, no interaction URL.</summary>
/// <param name="Status">Where it stands, roughly.</param>
/// <param name="Step">Where it stands, exactly: a name in kebab-case that stays the same between versions.</param>
/// <param name="Reason">Why it ended, or what stands in its way; null while all is well.</param>
/// <param name="Debit">What the sender is to pay, once it is quoted.</param>
/// <param name="Receive">What is to arrive.</param>
/// <param name="Sent">What has left the sender, as far as it was seen.</param>
/// <param name="Received">What has arrived, as far as it was seen.</param>
/// <param name="QuoteExpiresAt">Until when the quote can be paid, where its server says so.</param>
/// <param name="OutgoingPayment">The outgoing payment's URL, once there is one.</param>
/// <param name="IncomingPayment">The incoming payment's URL, once there is one.</param>
public sealed record PaymentSummary(
    PaymentStatus Status, string Step, Reason? Reason = null, Amount? Debit = null, Amount? Receive = null, Amount? Sent = null, Amount? Received = null,
    DateTimeOffset? QuoteExpiresAt = null, Uri? OutgoingPayment = null, Uri? IncomingPayment = null)
{
    /// <summary>The summary of a state.</summary>
    public static PaymentSummary Of(Payment payment) => payment switch
    {
        FindingSender s => Preparing(s, s.Order),
        FindingReceiver s => Preparing(s, s.Order),
        GrantingIncoming s => Preparing(s, s.Order),
        CreatingIncoming s => Preparing(s, s.Order),
        GrantingQuote s => s.Consent is null ? Preparing(s, s.Order, s.Incoming) : Paying(s, s.Incoming, null, null, s.Order),
        Quoting s => s.Consent is null ? Preparing(s, s.Order, s.Incoming) : Paying(s, s.Incoming, null, null, s.Order),
        DrawingNonce s => Preparing(s, s.Order, s.Incoming, s.Quote),
        SeekingConsent s => Preparing(s, s.Order, s.Incoming, s.Quote),
        AwaitingConsent s => new(PaymentStatus.AwaitingConsent, StepOf(s), Declined(s), s.Quote.Debit, s.Quote.Receive, QuoteExpiresAt: s.Quote.ExpiresAt, IncomingPayment: s.Incoming.Id),
        Continuing s => Paying(s, s.Incoming, s.Quote, null, s.Order),
        Payment.Paying s => Paying(s, s.Incoming, s.Quote, null, s.Order),
        Looking s => Paying(s, s.Incoming, s.Quote, null, s.Order),
        Following s => Paying(s, s.Incoming, s.Quote, s.Outgoing, s.Order),
        Confirming s => Paying(s, s.Incoming, s.Quote, s.Outgoing, s.Order),
        Waiting s => Of(s.Then),
        Completed s => Ended(PaymentStatus.Completed, s, null, s.Receipt),
        Failed s => Ended(PaymentStatus.Failed, s, s.Reason, s.Receipt),
        Uncertain s => Ended(PaymentStatus.Uncertain, s, s.Reason, s.Receipt),
    };

    /// <summary>The name of the step that a state stands at.</summary>
    public static string StepOf(Payment payment) => payment switch
    {
        FindingSender => "sender-wallet-address",
        FindingReceiver => "receiver-wallet-address",
        GrantingIncoming => "incoming-payment-grant",
        CreatingIncoming => "incoming-payment",
        GrantingQuote => "quote-grant",
        Quoting => "quote",
        DrawingNonce or SeekingConsent => "outgoing-payment-grant",
        AwaitingConsent => "consent",
        Continuing => "grant-continuation",
        Payment.Paying or Looking => "outgoing-payment",
        Following or Confirming => "settlement",
        Waiting s => StepOf(s.Then),
        Completed => "completed",
        Failed => "failed",
        Uncertain => "uncertain",
    };

    private static PaymentSummary Preparing(Payment s, PaymentOrder order, Incoming? incoming = null, Quoted? quote = null) =>
        new(PaymentStatus.Preparing, StepOf(s), Debit: quote?.Debit, Receive: order.IncomingAmount, QuoteExpiresAt: quote?.ExpiresAt, IncomingPayment: incoming?.Id);

    private static PaymentSummary Paying(Payment s, Incoming incoming, Quoted? quote, Followed? outgoing, PaymentOrder order) =>
        new(PaymentStatus.Paying, StepOf(s), null, quote?.Debit, quote?.Receive ?? order.IncomingAmount, outgoing?.Sent, null, quote?.ExpiresAt, outgoing?.Id, incoming.Id);

    private static PaymentSummary Ended(PaymentStatus status, Payment s, Reason? reason, Receipt? receipt) =>
        new(status, StepOf(s), reason, receipt?.Debit, receipt?.Receive, receipt?.Sent, receipt?.Received, null, receipt?.OutgoingPayment, receipt?.IncomingPayment);

    private static Reason? Declined(AwaitingConsent s) => s.Declined is null ? null : new Reason(Flow.Reason.Codes.ConsentDeclined, StepOf(s),
        $"The wallet reported that the consent was declined ({s.Declined}). Anyone could have sent that report, so the consent page stays open until its time is up.",
        "Nothing was paid. If it was a mistake, agree on the consent page, or start the payment again.", Fault.Payer);
}

/// <summary>Where a payment stands, roughly.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentStatus>))]
public enum PaymentStatus
{
    /// <summary>Nobody has been asked to agree yet.</summary>
    [JsonStringEnumMemberName("preparing")] Preparing,

    /// <summary>The payer is to agree at the wallet.</summary>
    [JsonStringEnumMemberName("awaiting-consent")] AwaitingConsent,

    /// <summary>The payer agreed; money may be moving.</summary>
    [JsonStringEnumMemberName("paying")] Paying,

    /// <summary>The money has arrived.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Over, without the money having arrived.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>Over, and a person has to find out how.</summary>
    [JsonStringEnumMemberName("uncertain")] Uncertain,
}
