using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Who comes to the finish URI, and with what.</summary>
public sealed class Visitors(Act act, Clock clock, Secrets secrets, AuthServers auth)
{
    public Answer<InteractionResult> Answer(AwaitInteraction ask)
    {
        var interaction = auth.Interactions.Single(i => i.Page.AbsoluteUri == ask.Redirect.Reveal());
        return act.Visit switch
        {
            Visit.Approve when auth.Agree(interaction) => At(interaction.Approved()),
            Visit.Late when auth.Agree(interaction) => After(ask.Until.AddSeconds(60), interaction.Approved()),
            Visit.Forged => At(new InteractionResult.Approved(Convert.ToBase64String(new byte[32]), secrets.Make("ref"))),
            Visit.Foreign => At(interaction.Approved(secrets.Make("finish"), secrets.Make("ref"))),
            Visit.Tampered when auth.Agree(interaction) => At(Tampered(interaction.Approved())),
            Visit.Replayed when auth.Interactions.FirstOrDefault(i => i != interaction && i.Ref is not null) is { } earlier => At(earlier.Approved()),
            Visit.Declined => At(new InteractionResult.Declined("grant_rejected")),
            Visit.Hasty => At(new InteractionResult.NoReturn()),
            _ => After(ask.Until, new InteractionResult.NoReturn()),
        };
    }

    private Answer<InteractionResult>.Body At(InteractionResult result) => new(result, clock.Now);

    private Answer<InteractionResult>.Body After(DateTimeOffset then, InteractionResult result)
    {
        clock.PassTo(then);
        return At(result);
    }

    private static InteractionResult.Approved Tampered(InteractionResult.Approved genuine) => new(genuine.Hash, new Secret(genuine.InteractRef.Reveal() + "x"));
}
