using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// What is to be done: one case for each guide of Open Payments, with all that its flow is given before its first question.
/// <see cref="ToPlan"/> is the flow itself.
/// </summary>
public abstract record Order
{
    private Derived<Remembered> _plan;

    private protected Order() { }

    /// <summary>The flow: what to do, top to bottom.</summary>
    public abstract Plan<Result> ToPlan();

    /// <summary>The name that stored states carry.</summary>
    internal abstract string Flow { get; }

    /// <summary>What is wrong with it, found without asking anyone; null: nothing.</summary>
    internal abstract OrderError? Check();

    /// <summary>What is known of the amount that arrives before anyone is asked.</summary>
    internal virtual Amount? Receives => null;

    /// <summary>What is known of the amount that is debited before anyone is asked.</summary>
    internal virtual Amount? Debits => null;

    /// <summary>The plan under its name, made once: it depends on nothing but the order. A changed copy (<c>with</c>) makes its own.</summary>
    internal Plan<Result> NamedPlan()
    {
        if (_plan.Value is { } known && ReferenceEquals(known.Of, this)) return known.Plan;
        var plan = Plan.Named(Flow, ToPlan());
        _plan = new Derived<Remembered>(new Remembered(this, plan));
        return plan;
    }

    private sealed record Remembered(Order Of, Plan<Result> Plan);
}

/// <summary>Why an order cannot be carried out: found without asking anyone.</summary>
/// <param name="Field">The member of the <see cref="Order"/>, such as <c>IncomingAmount.Value</c>.</param>
/// <param name="Why">A sentence that says what is wrong and what would be right.</param>
public sealed record OrderError(string Field, string Why);
