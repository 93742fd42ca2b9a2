using System.Text.Json.Serialization;
using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>Where the creation of an outgoing payment stands.</summary>
public abstract record OutgoingPaymentStage : Stage
{
    internal const string StepName = "outgoing-payment";

    /// <summary>As long as money may move: how long a payment is followed, and how long one in doubt is searched for.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private protected OutgoingPaymentStage(Intent intent, Consent consent) => (Intent, Consent) = (intent, consent);

    /// <summary>What is to be paid.</summary>
    public Intent Intent { get; init; }

    /// <summary>What the payer agreed to.</summary>
    public Consent Consent { get; init; }

    internal sealed override string Step => StepName;

    internal sealed override EntrySubject Subject => new(StepName, (Intent.Quote?.Id ?? Intent.Incoming.Id).OriginalString, Text.Join(
        $"from {Intent.Sender.Id.OriginalString}", $"debit {Text.Of(Intent.Debit)}", Text.Fingerprint("metadata", Intent.Metadata)));

    internal sealed override Token? Token => Consent.Token;

    internal sealed override IEnumerable<Secret> Secrets => [Consent.Token.Value, Intent.Incoming.Token.Value];

    internal sealed override Stage Renew(Token old, Token fresh) => this with
    {
        Consent = (Consent)Consent.Renew(old, fresh),
        Intent = Intent with { Incoming = (Incoming)Intent.Incoming.Renew(old, fresh) },
    };

    /// <summary>It exists. Without a URL of its own it cannot be followed at the sender's, only at the receiver's.</summary>
    internal Transition Found(Seen payment, DateTimeOffset at) => new Transition.Found(new Outgoing(
        Contradiction.Id(payment.Id) is null ? payment.Id : null, Intent, payment.Receive, Consent.Token, at + Patience,
        Contradiction.First(Contradiction.Id(payment.Id), Intent.WhyNot(payment))));
}

/// <summary>A request may have made the payment, and it is not known whether it did.</summary>
/// <param name="Since">Since when.</param>
/// <param name="MayResend">
/// The same request may be sent again while its quote lives: the server makes one payment of a quote, and its answer tells which it was.
/// False without a quote, when the quote was used, and after a cancellation.
/// </param>
/// <param name="Listed">The list of payments was read to what is older than this one, and does not hold it: no proof, since lists lag.</param>
/// <param name="Arrived">What the receiver's side last said has arrived; null: nothing so far.</param>
public sealed record Doubt(DateTimeOffset Since, bool MayResend, bool Listed = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Amount? Arrived = null);
