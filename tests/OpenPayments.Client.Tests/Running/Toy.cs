using LanguageExt;
using OpenPayments.Flow;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Client.Tests;

/// <summary>A flow of every kind of step: a request that may be repeated, a person, a request that must not be repeated, a wait.</summary>
internal abstract record Toy
{
    private Toy() { }

    public sealed record Discover : Toy;

    public sealed record Consent : Toy;

    public sealed record Continue : Toy;

    public sealed record Rest : Toy;

    public sealed record Ended(string How) : Toy;

    /// <summary>Written by a newer release.</summary>
    public sealed record Newer : Toy;

    public static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddDays(20000);
    public static readonly DateTimeOffset ConsentUntil = Start.AddMinutes(10);
    public static readonly DateTimeOffset RestUntil = Start.AddMinutes(20);
}

/// <summary>What follows what in <see cref="Toy"/>.</summary>
internal sealed class ToyMachine(Uri server) : IFlowMachine<Toy>
{
    public Step<Toy> Next(Toy state) => state switch
    {
        Toy.Discover => new Step<Toy>.Ask<WalletAddress>(new GetWalletAddress(new Uri(server, "/alice")), Then<WalletAddress>(new Toy.Consent())),
        Toy.Consent => new Step<Toy>.Await(Toy.ConsentUntil, new Secret("https://auth.example/interact"), at => at < Toy.ConsentUntil ? state : new Toy.Ended("nobody came")),
        Toy.Continue => new Step<Toy>.Ask<ContinueGrantResponse>(
            new ContinueGrant(new Uri(server, "/continue"), new Secret("t"), new Secret("r")), Then<ContinueGrantResponse>(new Toy.Rest())),
        Toy.Rest => new Step<Toy>.Wait(Toy.RestUntil, at => at < Toy.RestUntil ? state : new Toy.Ended("well")),
        Toy.Ended => new Step<Toy>.Done(),
        Toy.Newer => throw new NewerFormatException(99),
    };

    public Either<Rejection, Toy> Return(Toy state, InteractionResult result, DateTimeOffset at) => (state, result) switch
    {
        (Toy.Consent, InteractionResult.Approved) => Right<Rejection, Toy>(new Toy.Continue()),
        (Toy.Consent, _) => Left<Rejection, Toy>(new Rejection.HashMismatch()),
        _ => Left<Rejection, Toy>(new Rejection.NotAwaited("nobody waits")),
    };

    public Either<Rejection, Toy> Cancel(Toy state, string why, DateTimeOffset at) => state is Toy.Ended
        ? Left<Rejection, Toy>(new Rejection.NotAwaited("over"))
        : Right<Rejection, Toy>(new Toy.Ended($"cancelled: {why}"));

    private static Func<Answer<T>, Toy> Then<T>(Toy following) => answer => answer switch
    {
        Answer<T>.Body => following,
        Answer<T>.Refused(var refusal, _) => new Toy.Ended($"refused: {refusal.Status} {refusal.Description}"),
        Answer<T>.Lost(var why, _) => new Toy.Ended($"lost: {why}"),
    };
}
