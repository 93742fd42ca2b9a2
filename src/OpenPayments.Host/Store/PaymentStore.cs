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
internal sealed class PaymentStore(PaymentDatabase database, StateCipher cipher, StepSignals signals, HostSettings settings, TimeProvider time) : IFlowStore<FlowState>
{
    private const string DueAndFree = "SELECT id FROM payments WHERE due_at IS NOT NULL AND max(due_at, leased_until) <= @now ORDER BY max(due_at, leased_until) LIMIT @most";

    /// <summary>Puts a new payment into the store, in the caller's hand, unless its idempotency key has one already.</summary>
    public async Task<Creation> CreateAsync(string id, FlowState first, string? returnUrl, IdempotentRequest? request, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var save = new FlowSave<FlowState>(first, InFlight: false, now, now + settings.Lease);
        var row = RowOf(id, save);
        var creation = await database.WriteAsync(session => request is null ? Insert(session) : session.Transact(() => request.Earlier(session) ?? Insert(session)), ct).ConfigureAwait(false);
        signals.Tell(id);
        return creation;

        Creation Insert(Session session)
        {
            row.Insert(session, returnUrl);
            request?.Remember(session, id);
            return new Creation.Created(new LoadedFlow<FlowState>(first, Version: 1, save.InFlight, save.LeasedUntil));
        }
    }

    /// <inheritdoc />
    public Task<LoadedFlow<FlowState>?> LoadAsync(string id, CancellationToken ct) => Task.FromResult(database.Read(session => session
        .Command("SELECT version, state, in_flight, leased_until FROM payments WHERE id = @id", ("@id", id))
        .Rows(row => new LoadedFlow<FlowState>(FlowJson.Read(cipher.Open(id, row.GetFieldValue<byte[]>(1))), row.GetInt64(0), row.GetBoolean(2), row.Time(3)))
        .SingleOrDefault()));

    /// <inheritdoc />
    public async Task<bool> SaveAsync(string id, long version, FlowSave<FlowState> next, CancellationToken ct)
    {
        var row = RowOf(id, next);
        // in a run, before a question that may be asked again: a power failure would only have it asked again
        var passing = !next.InFlight && row.IsClaimed;
        var saved = await (passing ? database.WritePassingAsync(Save, ct) : database.WriteAsync(Save, ct)).ConfigureAwait(false);
        if (saved) signals.Tell(id);
        if (saved && next.DueAt is { } at && !row.IsClaimed && at <= time.GetUtcNow() + StepSignals.Soon) signals.Tell(StepSignals.Due);
        return saved;

        bool Save(Session session) => version == 0 ? row.Insert(session, returnUrl: null) : row.Update(session, version);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ClaimDueAsync(int most, DateTimeOffset leasedUntil, CancellationToken ct) => database.WriteAsync(session => session
        .Command($"UPDATE payments SET leased_until = @leasedUntil WHERE id IN ({DueAndFree}) RETURNING id", ("@now", Now), ("@leasedUntil", Stamp(leasedUntil)), ("@most", most))
        .Rows(row => row.GetString(0)), ct);

    /// <summary>Keeps a payment that could not be carried on out of everyone's hand for one lease, so that it is not tried over and over.</summary>
    public Task PostponeAsync(string id) => database.WriteAsync(session => session
        .Command("UPDATE payments SET leased_until = @leasedUntil WHERE id = @id", ("@id", id), ("@leasedUntil", Stamp(time.GetUtcNow() + settings.Lease)))
        .ExecuteNonQuery(), CancellationToken.None);

    /// <summary>When the next payment will be due and free; null where none is awaited.</summary>
    public DateTimeOffset? NextDue() => database.Read(session => session
        .Command("SELECT min(max(due_at, leased_until)) FROM payments WHERE due_at IS NOT NULL")
        .ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null);

    private long Now => Stamp(time.GetUtcNow());

    private static long Stamp(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private PaymentRow RowOf(string id, FlowSave<FlowState> save) => new(
        id, cipher.Seal(id, FlowJson.Write(save.State)), save.InFlight, JsonSerializer.Serialize(StoredSummary.Of(save.State), HostJson.Default.StoredSummary),
        save.DueAt is { } due ? Stamp(due) : null, Stamp(save.LeasedUntil), Now);
}
