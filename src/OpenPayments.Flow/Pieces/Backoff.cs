namespace OpenPayments.Flow;

/// <summary>Pauses between attempts: 1 s, 2 s, 4 s … up to a cap. No jitter: the core has no randomness, and one payment is no herd.</summary>
internal static class Backoff
{
    public static TimeSpan After(int tries, TimeSpan cap)
    {
        var pause = TimeSpan.FromSeconds(1L << Math.Clamp(tries, 0, 20));
        return pause < cap ? pause : cap;
    }
}
