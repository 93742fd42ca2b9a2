using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpenPayments.Flow.Testing;

/// <summary>
/// What tells one pair of state and servers from another: 128 bits of all that is in them. Where a flow knows no dates, only how far
/// apart two moments are can matter, so every time counts from the present one.
/// </summary>
internal sealed class PairKey(bool countsFromNow)
{
    private const int DateLength = 20;

    private readonly ArrayBufferWriter<byte> _written = new(16_384);

    public UInt128 OfState(Observation at)
    {
        _written.ResetWrittenCount();
        WriteState(at);
        return Hash();
    }

    public UInt128 OfPair(Observation at)
    {
        _written.ResetWrittenCount();
        WriteState(at);
        Text(at.Told.Count == 0 ? "" : string.Join('|', at.Told));
        foreach (var part in ServersText.Of(at.Servers, countsFromNow)) Text(part);
        return Hash();
    }

    private void WriteState(Observation at)
    {
        var json = at.Stored.Written;
        if (!countsFromNow)
        {
            _written.Write(json);
            return;
        }
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length >= DateLength
                && reader.TryGetDateTimeOffset(out var time))
                Number((time - at.Servers.Now).Ticks);
            else
                _written.Write(reader.ValueSpan);
            _written.Write("|"u8);
        }
    }

    private void Number(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_written.GetSpan(sizeof(long)), number);
        _written.Advance(sizeof(long));
    }

    private void Text(string text)
    {
        _written.Advance(Encoding.UTF8.GetBytes(text, _written.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        _written.Write("|"u8);
    }

    private UInt128 Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_written.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
