using LanguageExt;
using OpenPayments.Flow;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Client.Tests;

/// <summary>A flow of every kind of question: one that may be asked again, a person, one that must not be asked twice, a wait.</summary>
internal abstract record Toy
{
    private Toy() { }

    public sealed record Discover : Toy;

    public sealed record Consent : Toy;

    public sealed record Continue : Toy;

    public sealed record Rest : Toy;

    public sealed record Ended(string How) : Toy;

    public static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddDays(20000);
    public static readonly DateTimeOffset ConsentUntil = Start.AddMinutes(10);
    public static readonly DateTimeOffset RestUntil = Start.AddMinutes(20);

    public static Func<Toy, Step<Toy>> Against(Uri server) => state => state switch
    {
        Discover => new Step<Toy>.Ask<WalletAddress>(new GetWalletAddress(new Uri(server, "/alice")), Then<WalletAddress>(new Consent())),
        Consent => new Step<Toy>.Ask<InteractionResult>(new AwaitInteraction(new Secret("https://auth.example/interact"), ConsentUntil), Returned),
        Continue => new Step<Toy>.Ask<ContinueGrantResponse>(new ContinueGrant(new Uri(server, "/continue"), new Secret("t"), new Secret("r")), Then<ContinueGrantResponse>(new Rest())),
        Rest => new Step<Toy>.Ask<Elapsed>(new Wait(RestUntil), Then<Elapsed>(new Ended("well"))),
        Ended => new Step<Toy>.Done(),
    };

    private static Func<Answer<T>, Either<Rejection, Toy>> Then<T>(Toy following) => answer => Right<Rejection, Toy>(answer switch
    {
        Answer<T>.Body => following,
        Answer<T>.Refused(var refusal, _) => new Ended($"refused: {refusal.Status} {refusal.Description}"),
        Answer<T>.Lost(var why, _) => new Ended($"lost: {why}"),
    });

    private static Either<Rejection, Toy> Returned(Answer<InteractionResult> answer) => answer switch
    {
        Answer<InteractionResult>.Body(InteractionResult.Approved, _) => Right<Rejection, Toy>(new Continue()),
        Answer<InteractionResult>.Body(InteractionResult.NoReturn, _) => Right<Rejection, Toy>(new Ended("nobody came")),
        _ => Left<Rejection, Toy>(new Rejection.HashMismatch()),
    };
}
