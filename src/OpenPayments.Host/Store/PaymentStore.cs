using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenPayments.Flow;
using OpenPayments.Host.Contracts;

namespace OpenPayments.Host.Store;

/// <summary>
/// Payments in SQLite. A save names the version that it was made from and takes place only if that is still the payment's version:
/// of two hosts that carry the same payment on, one wins and the other learns of it. Every save is on the disk when it returns.
/// </summary>
internal sealed class PaymentStore(PaymentDatabase database, StateCipher cipher, StepSignals signals, TimeProvider time)
{
    /// <summary>Puts a new payment in its first state into the store, leased to the caller, unless the caller's idempotency key has one.</summary>
    public async Task<Creation> CreateAsync(string id, Payment first, string? returnUrl, IdempotentRequest? request, TimeSpan lease, CancellationToken ct)
    {
        var (now, state, summary) = (Now, cipher.Seal(id, PaymentJson.Write(first)), Summarise(first));
        var creation = await database.WriteAsync(connection =>
        {
            if (request?.Earlier(connection) is { } earlier) return earlier;
            connection.Command("""
                INSERT INTO payments (id, version, state, asked, summary, return_url, due_at, leased_until, created_at, updated_at)
                VALUES (@id, 1, @state, 0, @summary, @returnUrl, @now, @leasedUntil, @now, @now)
                """, ("@id", id), ("@state", state), ("@summary", summary), ("@returnUrl", returnUrl), ("@now", now), ("@leasedUntil", now + Milliseconds(lease))).ExecuteNonQuery();
            Log(connection, id, 1, summary, now);
            request?.Remember(connection, id);
            return new Creation.Created();
        }, ct).ConfigureAwait(false);
        if (creation is Creation.Created) signals.Tell(id);
        return creation;
    }

    /// <summary>The payment's state, to be carried on; null where there is no such payment.</summary>
    public LoadedState? Load(string id) => database.Read(connection => connection
        .Command("SELECT version, state, asked FROM payments WHERE id = @id", ("@id", id))
        .Rows(row => new LoadedState(PaymentJson.Read(cipher.Open(id, row.GetFieldValue<byte[]>(1))), row.GetInt64(0), row.GetBoolean(2)))
        .SingleOrDefault());

    /// <summary>Replaces version <paramref name="version"/> of the payment by the next; false, and nothing done, where that is no longer its version.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="version">The version that <paramref name="state"/> was made from.</param>
    /// <param name="state">The new state.</param>
    /// <param name="asked">Whether its question, one that must not be asked twice, is about to be asked.</param>
    /// <param name="dueAt">When there is something to do; null where it has ended.</param>
    /// <param name="lease">How much longer the caller keeps the payment; zero to let go of it.</param>
    /// <param name="ct">Ends the wait for the database.</param>
    public async Task<bool> SaveAsync(string id, long version, Payment state, bool asked, DateTimeOffset? dueAt, TimeSpan lease, CancellationToken ct)
    {
        var (now, blob, summary) = (Now, cipher.Seal(id, PaymentJson.Write(state)), Summarise(state));
        var saved = await database.WriteAsync(connection =>
        {
            var before = connection.Command("SELECT summary FROM payments WHERE id = @id AND version = @version", ("@id", id), ("@version", version)).ExecuteScalar() as string;
            if (before is null) return false;
            connection.Command("""
                UPDATE payments
                SET version = version + 1, state = @state, asked = @asked, summary = @summary, due_at = @dueAt, leased_until = @leasedUntil, updated_at = @now
                WHERE id = @id
                """, ("@id", id), ("@state", blob), ("@asked", asked), ("@summary", summary), ("@dueAt", dueAt?.ToUnixTimeMilliseconds()),
                ("@leasedUntil", now + Milliseconds(lease)), ("@now", now)).ExecuteNonQuery();
            if (summary != before) Log(connection, id, version + 1, summary, now);
            return true;
        }, ct).ConfigureAwait(false);
        if (saved) signals.Tell(id);
        if (saved && dueAt is not null && lease == TimeSpan.Zero) signals.Tell(StepSignals.Due);
        return saved;
    }

    /// <summary>Takes the lease of payments that are due and leased by nobody, the longest due first.</summary>
    public Task<IReadOnlyList<string>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken ct) => database.WriteAsync(connection => connection
        .Command("""
            UPDATE payments SET leased_until = @leasedUntil
            WHERE id IN (SELECT id FROM payments WHERE due_at IS NOT NULL AND max(due_at, leased_until) <= @now ORDER BY max(due_at, leased_until) LIMIT @most)
            RETURNING id
            """, ("@now", Now), ("@leasedUntil", Now + Milliseconds(lease)), ("@most", most))
        .Rows(row => row.GetString(0)), ct);

    /// <summary>When the next payment will be due and free; null where none is awaited.</summary>
    public DateTimeOffset? NextDue() => database.Read(connection => connection
        .Command("SELECT min(max(due_at, leased_until)) FROM payments WHERE due_at IS NOT NULL")
        .ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;

    private static string Summarise(Payment state) => JsonSerializer.Serialize(PaymentSummary.Of(state), HostJson.Default.PaymentSummary);

    private static void Log(SqliteConnection connection, string id, long version, string summary, long now) => connection
        .Command("INSERT INTO events (payment_id, version, summary, at) VALUES (@id, @version, @summary, @now)", ("@id", id), ("@version", version), ("@summary", summary), ("@now", now))
        .ExecuteNonQuery();
}
