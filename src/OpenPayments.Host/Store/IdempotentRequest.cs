using System.Security.Cryptography;
using System.Text;

namespace OpenPayments.Host.Store;

/// <summary>A request that carries an <c>Idempotency-Key</c>. Of key and request only hashes are kept.</summary>
internal sealed class IdempotentRequest(string caller, string key, byte[] canonicalRequest)
{
    private readonly byte[] _name = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{key}"));
    private readonly byte[] _request = SHA256.HashData(canonicalRequest);

    /// <summary>What the caller made with this key before; null where nothing.</summary>
    public Creation? Earlier(Session session) => session
        .Command("SELECT payment_id, request FROM idempotency WHERE name = @name", ("@name", _name))
        .Rows<Creation>(row => row.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(_request) ? new Creation.Same(row.GetString(0)) : new Creation.AnotherRequest())
        .SingleOrDefault();

    public void Remember(Session session, string paymentId) => session
        .Command("INSERT INTO idempotency (name, request, payment_id) VALUES (@name, @request, @id)", ("@name", _name), ("@request", _request), ("@id", paymentId))
        .ExecuteNonQuery();
}
