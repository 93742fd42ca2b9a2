namespace OpenPayments.Flow.Testing.Model;

/// <summary>What a model's servers are like throughout a scenario. What happens to single requests is a fault.</summary>
/// <param name="QuoteLives">For how many seconds a quote can be paid.</param>
/// <param name="Expiry">What the servers say of when quotes and incoming payments end.</param>
/// <param name="Drift">How much dearer each quote is than the one before it; negative for cheaper.</param>
/// <param name="Slices">In how many steps the money moves.</param>
/// <param name="FailsAfter">After how many of these steps an outgoing payment fails; null: it does not.</param>
/// <param name="Fails">How many outgoing payments fail so, from the first: the account is empty for so long.</param>
/// <param name="Empty">When the account is empty: what is paid then fails at once.</param>
/// <param name="ClosesAfter">After how many steps the receiver closes the incoming payment; null: never.</param>
/// <param name="Newer">How many outgoing payments of the sender's are newer than the one that is looked for.</param>
/// <param name="PageSize">How many of a list come in one page at most, 1 to 100.</param>
/// <param name="TokenLives">For how many seconds an access token works.</param>
/// <param name="GrantsAtOnce">The authorization server asks nobody for consent (RFC 9635 allows it).</param>
/// <param name="ContinueWait">The <c>continue.wait</c> in seconds; null: not said, and not asked for.</param>
/// <param name="Pends">How often a continuation is answered "not yet".</param>
/// <param name="Skew">By how many seconds the servers' clocks are ahead of ours.</param>
/// <param name="Echoes">Refusals repeat the token that they were asked with.</param>
/// <param name="Enforces">The sender's server refuses what is above a grant's limit; where it does not, only the flow keeps it.</param>
/// <param name="TellsSpent">The sender's server says what was spent under a grant.</param>
/// <param name="Quirks">What else they do that a payment must survive.</param>
/// <param name="SecondsPerRequest">
/// How long a request takes: 1 in scenarios; 0 in a search, where it only tells equal moments apart.
/// </param>
public sealed record ModelSettings(
    int QuoteLives = 300, Expiry Expiry = Expiry.Told, int Drift = 0, int Slices = 1, int? FailsAfter = null, int Fails = 1,
        Window? Empty = null,
    int? ClosesAfter = null, int Newer = 0, int PageSize = 100, int TokenLives = 600, bool GrantsAtOnce = false, int? ContinueWait = 5,
    int Pends = 0, int Skew = 0, bool Echoes = false, bool Enforces = false, bool TellsSpent = true, Quirks Quirks = Quirks.None,
    int SecondsPerRequest = 1)
{
    /// <summary>The most that <see cref="Newer"/> can be.</summary>
    public const int MostNewer = 1_050;

    /// <summary>How many outgoing payments are newer than the one that is looked for.</summary>
    internal int AllNewer => Has(Quirks.ListIsLong) ? MostNewer : Newer;

    /// <summary>How many pages a search reads before it comes to what it looks for.</summary>
    internal int Pages => AllNewer / PageSize;

    /// <summary>Whether the servers have this quirk.</summary>
    public bool Has(Quirks quirk) => (Quirks & quirk) != 0;
}

/// <summary>What a server says of when something ends.</summary>
public enum Expiry
{
    /// <summary>The truth.</summary>
    Told,

    /// <summary>Nothing, though it ends.</summary>
    Untold,

    /// <summary>A quote never ends, and is said to end in the year 9999.</summary>
    Never,
}
