using LanguageExt;

namespace OpenPayments.Flow.Testing;

/// <summary>
/// What is tested: an order of one of the nine guides, or a plan of your own. Its states are values of <see cref="Progress"/>.
/// </summary>
public abstract class TestedFlow
{
    private protected TestedFlow() { }

    /// <summary>For people: the order, or the plan's name.</summary>
    public abstract string Name { get; }

    /// <summary>The payments that it is meant to make, in the order in which its result tells of them.</summary>
    public abstract IReadOnlyList<IntendedPayment> Intended { get; }

    /// <summary>What is ordered under its grant, one after the other, where it is <see cref="FuturePayments"/>.</summary>
    public virtual IReadOnlyList<FuturePayment> Orders => [];

    /// <summary>The wallet address whose owner is to show that it is theirs; null where nobody is to.</summary>
    internal virtual Uri? Owned => null;

    /// <summary>How often its payments can be tried: more than once in a window.</summary>
    internal virtual bool IsRecurring => false;

    /// <summary>An order, of any guide.</summary>
    public static TestedFlow OfOrder(Order order) => new TestedOrder(order, []);

    /// <summary>A grant for future payments, and the payments that are ordered under it one after the other. Then it is closed.</summary>
    public static TestedFlow OfFuturePayments(FuturePayments order, IEnumerable<FuturePayment> payments) =>
        new TestedOrder(order, [.. payments]);

    /// <summary>A plan of your own.</summary>
    /// <param name="name">For people.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="intended">The payments that it is meant to make, in the order in which its result tells of them.</param>
    public static TestedFlow OfPlan(string name, Plan<Result> plan, IEnumerable<IntendedPayment> intended) =>
        new TestedPlan(name, plan, [.. intended]);

    /// <summary>The first state.</summary>
    internal abstract Progress Begin();

    internal abstract Step<Progress> Next(Progress state);

    internal abstract Either<Rejection, Progress> Return(Progress state, InteractionResult result, DateTimeOffset at);

    internal abstract Either<Rejection, Progress> Place(Progress state, FuturePayment payment, DateTimeOffset at);

    internal abstract Either<Rejection, Progress> Close(Progress state, DateTimeOffset at);

    internal abstract Either<Rejection, Progress> Cancel(Progress state, string why, DateTimeOffset at);

    internal abstract byte[] Write(Progress state);

    internal abstract Progress Read(byte[] json);

    /// <summary>All that people may be shown of a state, as text.</summary>
    internal abstract IEnumerable<string> Prints(Progress state);

    /// <summary>Those that are meant to be made so far: of what is ordered one by one, what was taken.</summary>
    internal virtual IReadOnlyList<IntendedPayment> IntendedAfter(int ordered) => Intended;
}
