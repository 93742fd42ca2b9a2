namespace OpenPayments.Flow.Testing;

/// <summary>What can come back to the finish URI; and, where a next order is waited for, whether one comes.</summary>
public enum Visit
{
    /// <summary>The payer agrees and comes back. The next payment is ordered; after the last the grant is closed.</summary>
    Approves,

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

    /// <summary>The payer agrees in time and comes back when the time is up.</summary>
    Late,

    /// <summary>Nobody comes.</summary>
    Never,

    /// <summary>The host says too early that nobody came.</summary>
    Hasty,

    /// <summary>The grant is closed, whatever is still to be ordered.</summary>
    Closes,
}
