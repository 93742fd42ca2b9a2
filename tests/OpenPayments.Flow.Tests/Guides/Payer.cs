using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>An honest payer, who agrees on the wallet's consent page.</summary>
internal sealed class Payer
{
    private (Secret Nonce, Secret Finish, Uri AuthServer) _interaction;
    private int _interactions;

    /// <summary>A grant waits for the payer's consent.</summary>
    public GrantResponse.InteractionRequired Interact(Uri authServer, InteractRequest interact, Uri continueAt)
    {
        _interaction = (interact.Finish!.Nonce, new Secret($"hush-finish-{++_interactions}"), authServer);
        var redirect = new Uri($"{authServer.OriginalString}/interact/hush-{_interactions}");
        return new GrantResponse.InteractionRequired
        {
            Interact = new InteractResponse { Redirect = redirect, Finish = _interaction.Finish },
            Continue = Bodies.Continue(continueAt.OriginalString, "hush-continue", wait: 5),
        };
    }

    /// <summary>What the payer's browser brings back.</summary>
    public InteractionResult.Approved Approve()
    {
        var reference = new Secret($"hush-ref-{_interactions}");
        var hash = InteractionHash.Of(_interaction.Nonce, _interaction.Finish, reference, _interaction.AuthServer.OriginalString);
        return new InteractionResult.Approved(Convert.ToBase64String(hash), reference);
    }
}
