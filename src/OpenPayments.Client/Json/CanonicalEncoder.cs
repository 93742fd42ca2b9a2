using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace OpenPayments.Client;

/// <summary>
/// Escapes what ECMAScript's <c>JSON.stringify</c> escapes (ECMA-262, QuoteJSONString) and nothing else: quotation mark, backslash,
/// control characters, and lone surrogates as lower-case <c>\udxxx</c>. The encoders of System.Text.Json escape more.
/// </summary>
internal sealed class CanonicalEncoder : JavaScriptEncoder
{
    public static CanonicalEncoder Instance { get; } = new();

    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";
    private static readonly SearchValues<char> Escaped = SearchValues.Create(Controls + "\"\\");
    private static readonly SearchValues<byte> EscapedUtf8 = SearchValues.Create(Encoding.ASCII.GetBytes(Controls + "\"\\"));

    private CanonicalEncoder() { }

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' or (>= 0xD800 and <= 0xDFFF);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) => FirstToEscape(new ReadOnlySpan<char>(text, textLength));

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => utf8Text.IndexOfAny(EscapedUtf8);

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        TryEscape(unicodeScalar, new Span<char>(buffer, bufferLength), out numberOfCharactersWritten);

    // the base class replaces lone surrogates with U+FFFD before it asks how to encode them
    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        charsConsumed = charsWritten = 0;
        while (charsConsumed < source.Length)
        {
            var rest = source[charsConsumed..];
            var plain = FirstToEscape(rest);
            if (plain < 0) plain = rest.Length;
            if (plain > destination.Length - charsWritten) return OperationStatus.DestinationTooSmall;
            rest[..plain].CopyTo(destination[charsWritten..]);
            charsConsumed += plain;
            charsWritten += plain;
            if (plain == rest.Length) break;
            if (!isFinalBlock && plain == rest.Length - 1 && char.IsHighSurrogate(rest[plain])) return OperationStatus.NeedMoreData;
            if (!TryEscape(rest[plain], destination[charsWritten..], out var written)) return OperationStatus.DestinationTooSmall;
            charsConsumed++;
            charsWritten += written;
        }
        return OperationStatus.Done;
    }

    // two searches, each over a set that the hardware can compare with, instead of one over both
    private static int FirstToEscape(ReadOnlySpan<char> text)
    {
        var escaped = text.IndexOfAny(Escaped);
        var lone = FirstLoneSurrogate(escaped < 0 ? text : text[..escaped]);
        return lone < 0 ? escaped : lone;
    }

    private static int FirstLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var start = 0; ;)
        {
            var found = text[start..].IndexOfAnyInRange('\ud800', '\udfff');
            if (found < 0) return -1;
            var at = start + found;
            var pair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            if (!pair) return at;
            start = at + 2;
        }
    }

    private static bool TryEscape(int c, Span<char> destination, out int written)
    {
        Span<char> escape = ['\\', c switch { '\b' => 'b', '\f' => 'f', '\n' => 'n', '\r' => 'r', '\t' => 't', '"' => '"', '\\' => '\\', _ => 'u' }, '\0', '\0', '\0', '\0'];
        written = escape[1] == 'u' ? 6 : 2;
        if (written == 6) _ = c.TryFormat(escape[2..], out _, "x4", CultureInfo.InvariantCulture);
        if (!escape[..written].TryCopyTo(destination)) written = 0;
        return written > 0;
    }
}
