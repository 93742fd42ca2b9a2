using System.Text.Json.Serialization;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// What is to be done: one case for each guide of Open Payments, with all that its flow is given before its first question.
/// <see cref="ToPlan"/> is the flow itself.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "flow", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(OneTimePayment), "one-time-payment")]
[JsonDerivedType(typeof(FixedDebitRemittance), "fixed-debit-remittance")]
[JsonDerivedType(typeof(FixedReceiveRemittance), "fixed-receive-remittance")]
[JsonDerivedType(typeof(Subscription), "subscription")]
[JsonDerivedType(typeof(RecurringFixedDebit), "recurring-fixed-debit")]
[JsonDerivedType(typeof(RecurringFixedReceive), "recurring-fixed-receive")]
[JsonDerivedType(typeof(SplitPayment), "split-payment")]
[JsonDerivedType(typeof(FuturePayments), "future-payments")]
[JsonDerivedType(typeof(WalletOwnership), "wallet-ownership")]
public abstract record Order
{
    private protected Order() { }

    /// <summary>The flow: what to do, top to bottom.</summary>
    public abstract Plan<Result> ToPlan();

    /// <summary>What is wrong with it, found without asking anyone; null: nothing.</summary>
    internal abstract OrderError? Check();

    /// <summary>What is known of the amount that arrives before anyone is asked.</summary>
    internal virtual Amount? Receives => null;

    /// <summary>What is known of the amount that is debited before anyone is asked.</summary>
    internal virtual Amount? Debits => null;
}

/// <summary>Why an order cannot be carried out: found without asking anyone.</summary>
/// <param name="Field">The member of the <see cref="Order"/>, such as <c>IncomingAmount.Value</c>.</param>
/// <param name="Why">A sentence that says what is wrong and what would be right.</param>
public sealed record OrderError(string Field, string Why);
