using LanguageExt;
using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Testing;

/// <summary>
/// What reaches a flow from outside while it waits: the payer's return, whoever else comes, the next order under a grant.
/// </summary>
internal sealed class Visitors(TestedFlow flow, Progress state, PlannedFault fault, ModelServers servers)
{
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(60);

    /// <summary>The state that follows, or why what came was turned away.</summary>
    public Either<Rejection, Progress> Come(Step<Progress>.Await step) => step.Redirect is { } redirect
        ? Return(step, servers.Auth.Interactions.Single(one => one.Page.AbsoluteUri == redirect.Reveal()))
        : Order(step);

    private Either<Rejection, Progress> Return(Step<Progress>.Await step, Interaction interaction) => fault.Visit switch
    {
        Visit.Approves or Visit.Closes when servers.Auth.Agree(interaction) => Bring(interaction.Approved()),
        Visit.Late when servers.Auth.Agree(interaction) => After(step.Until + TooLate, interaction.Approved()),
        Visit.Forged => Bring(new InteractionResult.Approved(Convert.ToBase64String(new byte[32]), servers.Secrets.Make("ref"))),
        Visit.Foreign => Bring(interaction.Approved(servers.Secrets.Make("finish"), servers.Secrets.Make("ref"))),
        Visit.Tampered when servers.Auth.Agree(interaction) => Bring(Tampered(interaction.Approved())),
        Visit.Replayed when Earlier(interaction) is { } earlier => Bring(earlier.Approved()),
        Visit.Declined => Bring(new InteractionResult.Declined("grant_rejected")),
        Visit.Hasty => Right<Rejection, Progress>(step.TimedOut(servers.Now)),
        _ => TimeOut(step),
    };

    private Either<Rejection, Progress> Order(Step<Progress>.Await step)
    {
        if (fault.Visit is Visit.Never or Visit.Late) return TimeOut(step);
        if (fault.Visit is Visit.Hasty) return Right<Rejection, Progress>(step.TimedOut(servers.Now));
        if (fault.Visit is Visit.Declined or Visit.Forged) return Bring(new InteractionResult.Declined("grant_rejected"));
        if (fault.Visit is Visit.Closes || servers.Ordered == flow.Orders.Count) return flow.Close(state, servers.Now);
        var taken = flow.Place(state, flow.Orders[servers.Ordered], servers.Now);
        if (taken.IsRight) servers.Ordered++;
        return taken;
    }

    private Interaction? Earlier(Interaction interaction) =>
        servers.Auth.Interactions.Find(one => one != interaction && one.Ref is not null);

    private Either<Rejection, Progress> Bring(InteractionResult result) => flow.Return(state, result, servers.Now);

    private Either<Rejection, Progress> After(DateTimeOffset then, InteractionResult result)
    {
        servers.PassTo(then);
        return Bring(result);
    }

    private Either<Rejection, Progress> TimeOut(Step<Progress>.Await step)
    {
        servers.PassTo(step.Until);
        return Right<Rejection, Progress>(step.TimedOut(servers.Now));
    }

    private static InteractionResult.Approved Tampered(InteractionResult.Approved genuine) =>
        new(genuine.Hash, new Secret(genuine.InteractRef.Reveal() + "x"));
}
