using LanguageExt;

namespace OpenPayments.Flow.Testing;

/// <summary>A plan of someone's own.</summary>
internal sealed class TestedPlan(string name, Plan<Result> plan, IReadOnlyList<IntendedPayment> intended) : TestedFlow
{
    private const string NoOrders = "A plan of your own takes no orders from outside.";

    public override string Name => name;

    public override IReadOnlyList<IntendedPayment> Intended => intended;

    internal override Progress Begin() => PlanMachine.Begin(plan);

    internal override Step<Progress> Next(Progress state) => PlanMachine.Next(plan, state);

    internal override Either<Rejection, Progress> Return(Progress state, InteractionResult result, DateTimeOffset at) =>
        PlanMachine.Return(plan, state, result, at);

    internal override Either<Rejection, Progress> Place(Progress state, FuturePayment payment, DateTimeOffset at) => Refuse();

    internal override Either<Rejection, Progress> Close(Progress state, DateTimeOffset at) => Refuse();

    internal override Either<Rejection, Progress> Cancel(Progress state, string why, DateTimeOffset at) =>
        PlanMachine.Cancel(plan, state, why, at);

    internal override byte[] Write(Progress state) => ProgressJson.Write(state);

    internal override Progress Read(byte[] json) => ProgressJson.Read(json);

    internal override IEnumerable<string> Prints(Progress state) => [state.ToString()];

    private static Either<Rejection, Progress> Refuse() => Prelude.Left<Rejection, Progress>(new Rejection.NotAwaited(NoOrders));
}
