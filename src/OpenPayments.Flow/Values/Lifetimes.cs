namespace OpenPayments.Flow.Values;

/// <summary>When something that a server made expires, by our clock, which need not be the server's: how long it lives is what counts.</summary>
internal static class Lifetimes
{
    /// <summary>How long a request and its answer take together at most: what takes longer is given up on.</summary>
    public static readonly TimeSpan LongestOnTheWay = TimeSpan.FromSeconds(30);

    /// <summary>The reference server's, for quotes whose server does not say.</summary>
    private static readonly TimeSpan Untold = TimeSpan.FromMinutes(5);

    /// <summary>
    /// From when it has certainly expired: its life, counted from when it was received. Were it too early, what is still under way could
    /// be paid beside what replaces it.
    /// </summary>
    public static DateTimeOffset? EndOf(DateTimeOffset createdAt, DateTimeOffset? expiresAt, DateTimeOffset receivedAt)
    {
        if (expiresAt is not { } end) return null;
        var lives = end - createdAt;
        return lives <= TimeSpan.Zero ? end : lives < DateTimeOffset.MaxValue - receivedAt ? receivedAt + lives : DateTimeOffset.MaxValue;
    }

    /// <summary>
    /// Until when it has certainly not expired: its life, counted from the earliest moment at which it can have been created. Of a short
    /// life at most a quarter is set aside for the way; one that is not told is taken for five minutes.
    /// </summary>
    public static DateTimeOffset CertainUntil(DateTimeOffset createdAt, DateTimeOffset? expiresAt, DateTimeOffset receivedAt)
    {
        var lives = expiresAt - createdAt ?? Untold;
        if (lives <= TimeSpan.Zero) return receivedAt;
        var onTheWay = lives / 4 < LongestOnTheWay ? lives / 4 : LongestOnTheWay;
        return lives < DateTimeOffset.MaxValue - receivedAt ? receivedAt + lives - onTheWay : DateTimeOffset.MaxValue;
    }
}
