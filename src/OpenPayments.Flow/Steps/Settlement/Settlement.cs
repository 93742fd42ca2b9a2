using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// Settle (guide step 10). A 201 says accepted, not paid: the outgoing payment is read until money has left, then the incoming payment
/// until it has arrived.
/// </summary>
public static class Settlement
{
    /// <summary>Follows a payment to its end: it is known how it ended, or that this cannot be known.</summary>
    public static Plan<Outcome> Follow(Outgoing outgoing, Incoming incoming) => new StepPlan<Outcome>(SettlementStage.First(outgoing, incoming));
}

/// <summary>What both sides were last seen to say.</summary>
/// <param name="Sent">What has left, by the sender's server; fees are not in it.</param>
/// <param name="Received">What has arrived, by the receiver's server.</param>
/// <param name="Contradiction">What the sender's server says that contradicts the order; null where nothing does.</param>
public sealed record Sight(Amount? Sent = null, Amount? Received = null, string? Contradiction = null);

/// <summary>Where the settlement of a payment stands.</summary>
public abstract record SettlementStage : Stage
{
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private protected SettlementStage(Outgoing outgoing, Incoming incoming, Sight sight) => (Outgoing, Incoming, Sight) = (outgoing, incoming, sight);

    /// <summary>The outgoing payment.</summary>
    public Outgoing Outgoing { get; init; }

    /// <summary>The incoming payment.</summary>
    public Incoming Incoming { get; init; }

    /// <summary>What was last seen.</summary>
    public Sight Sight { get; init; }

    internal sealed override string Step => "settlement";

    internal sealed override EntrySubject Subject => new(Step, Incoming.Id.OriginalString, Outgoing.Id is { } id ? $"outgoing payment {id.OriginalString}" : null);

    internal sealed override Token? Token => Outgoing.Token;

    internal sealed override IEnumerable<Secret> Secrets => [Outgoing.Token.Value, Incoming.Token.Value];

    internal sealed override Stage Unwind() => this;

    internal sealed override Stage Renew(Token old, Token fresh) => this with
    {
        Outgoing = (Outgoing)Outgoing.Renew(old, fresh),
        Incoming = (Incoming)Incoming.Renew(old, fresh),
    };

    internal static SettlementStage First(Outgoing outgoing, Incoming incoming)
    {
        var sight = new Sight(Received: outgoing.Arrived, Contradiction: outgoing.Contradiction);
        return outgoing.Id is null ? new ConfirmingArrival(outgoing, incoming, sight) : new FollowingOutgoingPayment(outgoing, incoming, sight);
    }

    /// <summary>Look again after a pause, until it was followed for long enough to say that this will not be found out.</summary>
    internal Transition Later(SettlementStage next, DateTimeOffset at)
    {
        if (at < Outgoing.FollowUntil)
            return new Transition.Later(at + RetryPolicy.BackOff(Tries, LongestPause), next with { Tries = Tries + 1, Renewed = false });
        return new Transition.Found(new Outcome.Unknown(next.Sight.Contradiction is { } contradiction ? Contradicted(contradiction) : new Reason(
            Reason.Codes.SettlementUnknown, Step, "The outgoing payment was made, and it was not seen to arrive in full.",
            $"Look at {(Outgoing.Id is { } id ? $"the outgoing payment {id}" : "the sender's account")} and the incoming payment {Incoming.Id} before paying again.",
            Fault.Provider), next.Receipt));
    }

    internal Receipt Receipt => new(Outgoing.Intent.Debit, Outgoing.Receive ?? Outgoing.Intent.Receive, Sight.Sent, Sight.Received, Incoming.Id, Outgoing.Id);

    internal Reason Contradicted(string contradiction) => new(Reason.Codes.PaymentContradicted, Step,
        $"The sender's server made the payment, and what it says of it contradicts the order: {contradiction}.",
        $"Compare the sender's account with the incoming payment {Incoming.Id} before paying again, and report it to the sender's provider.", Fault.Provider);

    internal Reason Failure(string paid) => new(Reason.Codes.PaymentFailed, Step,
        "The sender's provider accepted the payment and then could not make it, as when the account has not enough money.",
        $"{paid} Ask the payer to look at the account, then start the payment again.", Fault.Payer);
}
