using System.Text.Json;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Contracts;

namespace OpenPayments.Host.Store;

/// <summary>
/// Payments in SQLite. A save names the version that it was made from and takes place only if that is still the payment's version:
/// of two hosts that carry the same payment on, one wins and the other learns of it. Every save is on the disk when it returns.
/// </summary>
internal sealed class PaymentStore(PaymentDatabase database, StateCipher cipher, StepSignals signals, HostSettings settings, TimeProvider time) : IFlowStore<Payment>
{
    private const string DueAndFree = "SELECT id FROM payments WHERE due_at IS NOT NULL AND max(due_at, leased_until) <= @now ORDER BY max(due_at, leased_until) LIMIT @most";

    /// <summary>Puts a new payment into the store, in the caller's hand, unless its idempotency key has one already.</summary>
    public async Task<Creation> CreateAsync(string id, Payment first, string? returnUrl, IdempotentRequest? request, CancellationToken ct)
    {
        var held = new Held<Payment>(first, Version: 1, Asked: false, time.GetUtcNow() + settings.Lease);
        var (now, state, summary) = (Now, Seal(id, first), Summarise(first));
        var creation = await database.WriteAsync(session => request is null ? Insert(session) : session.Transact(() => request.Earlier(session) ?? Insert(session)), ct).ConfigureAwait(false);
        signals.Tell(id);
        return creation;

        Creation Insert(Session session)
        {
            session.Command("""
                INSERT INTO payments (id, version, state, asked, summary, return_url, due_at, leased_until, created_at, updated_at)
                VALUES (@id, 1, @state, 0, @summary, @returnUrl, @now, @leasedUntil, @now, @now)
                """, ("@id", id), ("@state", state), ("@summary", summary), ("@returnUrl", returnUrl), ("@now", now), ("@leasedUntil", Stamp(held.LeasedUntil))).ExecuteNonQuery();
            request?.Remember(session, id);
            return new Creation.Created(held);
        }
    }

    /// <inheritdoc />
    public Task<Held<Payment>?> LoadAsync(string id, CancellationToken ct) => Task.FromResult(database.Read(session => session
        .Command("SELECT version, state, asked, leased_until FROM payments WHERE id = @id", ("@id", id))
        .Rows(row => new Held<Payment>(PaymentJson.Read(cipher.Open(id, row.GetFieldValue<byte[]>(1))), row.GetInt64(0), row.GetBoolean(2), row.Time(3)))
        .SingleOrDefault()));

    /// <inheritdoc />
    public async Task<bool> SaveAsync(string id, long version, Kept<Payment> next, CancellationToken ct)
    {
        var (now, state, summary) = (Now, Seal(id, next.State), Summarise(next.State));
        // in a run, before a question that may be asked again: a power failure would only have it asked again
        var passing = !next.Asked && Stamp(next.LeasedUntil) > now;
        var saved = await (passing ? database.WritePassingAsync(Save, ct) : database.WriteAsync(Save, ct)).ConfigureAwait(false);
        if (saved) signals.Tell(id);
        if (saved && next.DueAt is { } at && Stamp(next.LeasedUntil) <= now && at <= time.GetUtcNow() + StepSignals.Soon) signals.Tell(StepSignals.Due);
        return saved;

        bool Save(Session session) => session.Command("""
            UPDATE payments
            SET version = version + 1, state = @state, asked = @asked, summary = @summary, due_at = @dueAt, leased_until = @leasedUntil, updated_at = @now
            WHERE id = @id AND version = @version
            """, ("@id", id), ("@version", version), ("@state", state), ("@asked", next.Asked), ("@summary", summary), ("@dueAt", next.DueAt is { } due ? Stamp(due) : null),
            ("@leasedUntil", Stamp(next.LeasedUntil)), ("@now", now)).ExecuteNonQuery() > 0;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> DueAsync(int most, CancellationToken ct) => Task.FromResult(database.Read(session => session
        .Command(DueAndFree, ("@now", Now), ("@most", most))
        .Rows(row => row.GetString(0))));

    /// <summary>Takes payments that are due and in nobody's hand into the caller's, for one lease: of several hosts each gets its own.</summary>
    public Task<IReadOnlyList<string>> TakeDueAsync(int most, CancellationToken ct) => database.WriteAsync(session => session
        .Command($"UPDATE payments SET leased_until = @leasedUntil WHERE id IN ({DueAndFree}) RETURNING id", ("@now", Now), ("@leasedUntil", Stamp(time.GetUtcNow() + settings.Lease)), ("@most", most))
        .Rows(row => row.GetString(0)), ct);

    /// <summary>Keeps a payment that could not be carried on out of everyone's hand for one lease, so that it is not tried over and over.</summary>
    public Task LeaveAloneAsync(string id) => database.WriteAsync(session => session
        .Command("UPDATE payments SET leased_until = @leasedUntil WHERE id = @id", ("@id", id), ("@leasedUntil", Stamp(time.GetUtcNow() + settings.Lease)))
        .ExecuteNonQuery(), CancellationToken.None);

    /// <summary>When the next payment will be due and free; null where none is awaited.</summary>
    public DateTimeOffset? NextDue() => database.Read(session => session
        .Command("SELECT min(max(due_at, leased_until)) FROM payments WHERE due_at IS NOT NULL")
        .ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null);

    private long Now => Stamp(time.GetUtcNow());

    private static long Stamp(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private byte[] Seal(string id, Payment state) => cipher.Seal(id, PaymentJson.Write(state));

    private static string Summarise(Payment state) => JsonSerializer.Serialize(PaymentSummary.Of(state), HostJson.Default.PaymentSummary);
}
