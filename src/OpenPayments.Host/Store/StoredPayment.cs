using OpenPayments.Flow;

namespace OpenPayments.Host.Store;

/// <summary>The readable part of a payment's row.</summary>
internal sealed record StoredPayment(string Id, long Version, StoredSummary Summary, string? ReturnUrl, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Its end is told.</summary>
    public bool Ended => Summary.Status.IsOver();
}

/// <summary>One entry of a payment's step log.</summary>
internal sealed record StoredEvent(long Version, StoredSummary Summary, DateTimeOffset At);
