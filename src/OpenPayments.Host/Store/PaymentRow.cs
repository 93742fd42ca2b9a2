namespace OpenPayments.Host.Store;

/// <summary>A payment as it is written: see <see cref="Schema"/> for the columns.</summary>
internal sealed record PaymentRow(string Id, byte[] State, bool InFlight, string Summary, long? DueAt, long LeasedUntil, long Now)
{
    /// <summary>Whether the one who saves it goes on with it.</summary>
    public bool IsClaimed => LeasedUntil > Now;

    /// <summary>Its first version; false where the id is taken.</summary>
    public bool Insert(Session session, string? returnUrl) => session.Command("""
        INSERT INTO payments (id, version, state, in_flight, summary, return_url, due_at, leased_until, created_at, updated_at)
        VALUES (@id, 1, @state, @inFlight, @summary, @returnUrl, @dueAt, @leasedUntil, @now, @now)
        ON CONFLICT (id) DO NOTHING
        """, ("@id", Id), ("@state", State), ("@inFlight", InFlight), ("@summary", Summary), ("@returnUrl", returnUrl), ("@dueAt", DueAt),
        ("@leasedUntil", LeasedUntil), ("@now", Now)).ExecuteNonQuery() > 0;

    /// <summary>Its next version; false where <paramref name="version"/> is no longer the one that stands.</summary>
    public bool Update(Session session, long version) => session.Command("""
        UPDATE payments
        SET version = version + 1, state = @state, in_flight = @inFlight, summary = @summary, due_at = @dueAt, leased_until = @leasedUntil, updated_at = @now
        WHERE id = @id AND version = @version
        """, ("@id", Id), ("@version", version), ("@state", State), ("@inFlight", InFlight), ("@summary", Summary), ("@dueAt", DueAt),
        ("@leasedUntil", LeasedUntil), ("@now", Now)).ExecuteNonQuery() > 0;
}
