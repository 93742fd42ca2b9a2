using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>An interaction, from the grant request to its continuation.</summary>
/// <param name="Page">Where consent is given.</param>
/// <param name="AuthServer">Who asks for it.</param>
/// <param name="Nonce">The client's.</param>
/// <param name="Finish">The server's.</param>
/// <param name="ContinueUri">Where it is continued.</param>
/// <param name="ContinueToken">With what.</param>
/// <param name="Access">What for; null where a wallet address is to be shown to be theirs.</param>
/// <param name="Subject">That wallet address.</param>
/// <param name="Begun">When.</param>
public sealed record Interaction(
    Uri Page, Uri AuthServer, Secret Nonce, Secret Finish, Uri ContinueUri, Secret ContinueToken, AccessItem? Access, Subject? Subject, DateTimeOffset Begun)
{
    /// <summary>The reference that the payer brings back; null: not agreed.</summary>
    public Secret? Ref { get; set; }

    /// <summary>The answer was given, which is given once.</summary>
    public bool Continued { get; set; }

    /// <summary>The wallet address that was shown to be theirs: as a rule the one in question.</summary>
    public Subject? Shown { get; set; } = Subject;

    /// <summary>How often the server said that it is not through yet.</summary>
    public int Pended { get; set; }

    /// <summary>What the payer's browser brings back.</summary>
    public InteractionResult.Approved Approved() => Approved(Finish, Ref!);

    public InteractionResult.Approved Approved(Secret finish, Secret reference) =>
        new(Convert.ToBase64String(InteractionHash.Of(Nonce, finish, reference, AuthServer.OriginalString)), reference);
}
