namespace OpenPayments.Flow.Tests.World;

/// <summary>What can come back to the finish URI.</summary>
public enum Visit
{
    /// <summary>The payer agrees and comes back.</summary>
    Approve,

    /// <summary>A hash that somebody made up.</summary>
    Forged,

    /// <summary>A true hash, for another payment.</summary>
    Foreign,

    /// <summary>The right hash with a reference that was tampered with.</summary>
    Tampered,

    /// <summary>What came back from an earlier consent of the same flow.</summary>
    Replayed,

    /// <summary>Somebody says that the payer refused.</summary>
    Declined,

    /// <summary>The payer agrees in time and comes back after the time is up.</summary>
    Late,

    /// <summary>Nobody comes.</summary>
    Never,

    /// <summary>The host says too early that nobody came.</summary>
    Hasty,
}
