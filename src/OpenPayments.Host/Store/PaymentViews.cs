using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenPayments.Host.Contracts;

namespace OpenPayments.Host.Store;

/// <summary>The readable side of the store: needs no key, decrypts nothing.</summary>
internal sealed class PaymentViews(PaymentDatabase database)
{
    /// <summary>Where the payment stands; null where there is no such payment.</summary>
    public StoredPayment? Find(string id) => database.Read(session => session
        .Command("SELECT version, summary, return_url, created_at, updated_at FROM payments WHERE id = @id", ("@id", id))
        .Rows(row => new StoredPayment(id, row.GetInt64(0), Summary(row, 1), row.TextOrNull(2), row.Time(3), row.Time(4)))
        .SingleOrDefault());

    /// <summary>The payment's steps after <paramref name="version"/>, oldest first.</summary>
    public IReadOnlyList<StoredEvent> EventsAfter(string id, long version) => database.Read(session => session
        .Command("SELECT version, summary, at FROM events WHERE payment_id = @id AND version > @version ORDER BY version", ("@id", id), ("@version", version))
        .Rows(row => new StoredEvent(row.GetInt64(0), Summary(row, 1), row.Time(2))));

    /// <summary>Throws when the database does not answer.</summary>
    public void Probe() => database.Read(session => session.Command("SELECT count(*) FROM payments WHERE id = ''").ExecuteScalar());

    private static StoredSummary Summary(SqliteDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), HostJson.Default.StoredSummary) ?? throw new JsonException("A summary is never null.");
}
