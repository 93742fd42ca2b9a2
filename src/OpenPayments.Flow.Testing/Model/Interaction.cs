using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>An interaction, from the grant request to its continuation.</summary>
/// <param name="Page">Where consent is given.</param>
/// <param name="AuthServer">Who asks for it.</param>
/// <param name="Nonce">The client's.</param>
/// <param name="Finish">The server's.</param>
/// <param name="ContinueUri">Where it is continued.</param>
/// <param name="ContinueToken">With what.</param>
/// <param name="Access">What for; null where a wallet address is to be shown to be theirs.</param>
/// <param name="Begun">When.</param>
internal sealed record Interaction(
    Uri Page, Uri AuthServer, Secret Nonce, Secret Finish, Uri ContinueUri, Secret ContinueToken, AccessItem? Access, DateTimeOffset Begun)
{
    /// <summary>The reference that the payer brings back; null: not agreed.</summary>
    public Secret? Ref { get; set; }

    /// <summary>The answer was given, which is given once.</summary>
    public bool Continued { get; set; }

    /// <summary>The grant was given back.</summary>
    public bool Cancelled { get; set; }

    /// <summary>The wallet address that was shown to be theirs: as a rule the one in question; null where an access is asked for.</summary>
    public Subject? Shown { get; set; }

    /// <summary>How often the server said that it is not through yet.</summary>
    public int Pended { get; set; }

    /// <summary>The grant that the continuation gave; 0 before.</summary>
    public int Permit { get; set; }

    /// <summary>The client was told of it, and what became of giving it back.</summary>
    public Holding Holding { get; set; } = Holding.Untold;

    /// <summary>What the payer's browser brings back.</summary>
    public InteractionResult.Approved Approved() => Approved(Finish, Ref!);

    public InteractionResult.Approved Approved(Secret finish, Secret reference) =>
        new(Convert.ToBase64String(InteractionHash.Of(Nonce, finish, reference, AuthServer.OriginalString)), reference);
}

/// <summary>Whether a client holds an authority that it must give back at the end.</summary>
/// <param name="IsTold">It was told of it.</param>
/// <param name="Unanswered">How often the request to give it back was not answered.</param>
internal sealed record Holding(bool IsTold, int Unanswered = 0)
{
    /// <summary>One retry is asked for, and no more.</summary>
    private const int Most = 2;

    public static Holding Untold { get; } = new(false);

    public static Holding Told { get; } = new(true);

    public bool MustBeGivenBack => IsTold && Unanswered < Most;

    public Holding Excused => this with { Unanswered = Most };

    public Holding NotAnswered => this with { Unanswered = Unanswered + 1 };
}
