namespace OpenPayments.Flow;

/// <summary>When something that a server made runs out.</summary>
internal static class Lifetimes
{
    /// <summary>
    /// By our clock, which need not be the server's: how long it lives from when it was created, counted from when it was received, and
    /// so never too early. Were it too early, what is still under way could be paid beside what takes its place.
    /// </summary>
    public static DateTimeOffset? EndOf(DateTimeOffset createdAt, DateTimeOffset? expiresAt, DateTimeOffset receivedAt)
    {
        if (expiresAt is not { } end) return null;
        var lives = end - createdAt;
        return lives <= TimeSpan.Zero ? end : lives < DateTimeOffset.MaxValue - receivedAt ? receivedAt + lives : DateTimeOffset.MaxValue;
    }
}
