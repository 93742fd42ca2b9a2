using System.Text.Json;
using LanguageExt;

namespace OpenPayments.Flow.Testing;

/// <summary>An order of one of the guides.</summary>
internal sealed class TestedOrder(Order order, IReadOnlyList<FuturePayment> orders) : TestedFlow
{
    public override string Name => order.ToString();

    public override IReadOnlyList<IntendedPayment> Intended { get; } = order is FuturePayments
        ? [.. orders.Select(payment => new IntendedPayment(payment.Receiver, payment.IncomingAmount, null))]
        : IntendedPayment.Of(order);

    public override IReadOnlyList<FuturePayment> Orders => orders;

    internal Order Order => order;

    internal override Uri? Owned => (order as WalletOwnership)?.WalletAddress;

    internal override bool IsRecurring => order is Subscription or RecurringFixedDebit or RecurringFixedReceive;

    internal override Progress Begin() => Flows.Start(order).Match(
        Right: state => state.Progress, Left: error => throw new ArgumentException($"{error.Field}: {error.Why}"));

    internal override Step<Progress> Next(Progress state) => Flows.Next(At(state)).Map(next => next.Progress);

    internal override Either<Rejection, Progress> Return(Progress state, InteractionResult result, DateTimeOffset at) =>
        Flows.Return(At(state), result, at).Map(next => next.Progress);

    internal override Either<Rejection, Progress> Place(Progress state, FuturePayment payment, DateTimeOffset at) =>
        Flows.Order(At(state), payment, at).Map(next => next.Progress);

    internal override Either<Rejection, Progress> Close(Progress state, DateTimeOffset at) =>
        Flows.Close(At(state), at).Map(next => next.Progress);

    internal override Either<Rejection, Progress> Cancel(Progress state, string why, DateTimeOffset at) =>
        Flows.Cancel(At(state), why, at).Map(next => next.Progress);

    internal override byte[] Write(Progress state) => FlowJson.Write(At(state));

    internal override Progress Read(byte[] json)
    {
        var read = FlowJson.Read(json);
        return read.Order == order ? read.Progress : throw new InvalidOperationException($"The order became {read.Order}.");
    }

    internal override IEnumerable<string> Prints(Progress state)
    {
        var (whole, summary) = (At(state), FlowSummary.Of(At(state)));
        return [whole.ToString(), summary.ToString(), JsonSerializer.Serialize(summary)];
    }

    internal override IReadOnlyList<IntendedPayment> IntendedAfter(int ordered) =>
        order is FuturePayments ? [.. Intended.Take(ordered)] : Intended;

    private FlowState At(Progress state) => new(order, state);
}
