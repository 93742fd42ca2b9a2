using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpenPayments.Client;

/// <summary>
/// Reads a dictionary of structured fields (RFC 8941 section 4.2.2): the shape of <c>Signature-Input</c>, <c>Signature</c> and
/// <c>Content-Digest</c>. Null for anything malformed. Stricter than the RFC in one thing: a key given twice is malformed, where the
/// RFC lets the last one win, because two readers of a signature must never see different ones. Nothing here has more than
/// <see cref="Most"/> members, items or parameters: the time that a text takes grows with its length, and ends at
/// <see cref="Longest"/> characters.
/// </summary>
internal ref struct StructuredFieldParser
{
    private static readonly SearchValues<char> KeyChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.*");
    private static readonly SearchValues<char> TokenChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~:/");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t");

    /// <summary>The most members of a dictionary, items of a list, parameters of an item.</summary>
    public const int Most = 64;

    /// <summary>The longest text, in characters: servers take no more than that of all headers together.</summary>
    public const int Longest = 32 * 1024;

    private ReadOnlySpan<char> _rest;

    public static IReadOnlyList<KeyValuePair<string, StructuredMember>>? Dictionary(string text) =>
        text.Length > Longest ? null : new StructuredFieldParser { _rest = text.AsSpan().Trim(' ') }.ReadDictionary();

    private List<KeyValuePair<string, StructuredMember>>? ReadDictionary()
    {
        var members = new List<KeyValuePair<string, StructuredMember>>();
        while (!_rest.IsEmpty)
        {
            if (ReadKey() is not { } key || !Takes(members, key) || ReadMember() is not { } member) return null;
            members.Add(new(key, member));
            Skip(Spaces);
            if (_rest.IsEmpty) break;
            if (!Take(',')) return null;
            Skip(Spaces);
            if (_rest.IsEmpty) return null; // a comma at the end
        }
        return members;
    }

    private StructuredMember? ReadMember()
    {
        if (!Take('=')) return ReadParameters() is { } flags ? new StructuredMember.Item(new StructuredValue.Boolean(true), flags) : null;
        if (Take('(')) return ReadInnerList();
        return ReadItem() is { } item ? new StructuredMember.Item(item.Value, item.Parameters) : null;
    }

    private StructuredMember.InnerList? ReadInnerList()
    {
        var items = new List<StructuredItem>();
        while (true)
        {
            _rest = _rest.TrimStart(' ');
            if (Take(')')) return ReadParameters() is { } parameters ? new(items, parameters) : null;
            if (items.Count == Most || ReadItem() is not { } item || _rest is not [' ' or ')', ..]) return null;
            items.Add(item);
        }
    }

    private StructuredItem? ReadItem() => ReadBareItem() is { } value && ReadParameters() is { } parameters ? new(value, parameters) : null;

    private List<KeyValuePair<string, StructuredValue>>? ReadParameters()
    {
        var parameters = new List<KeyValuePair<string, StructuredValue>>();
        while (Take(';'))
        {
            _rest = _rest.TrimStart(' ');
            if (ReadKey() is not { } key || !Takes(parameters, key)) return null;
            if ((Take('=') ? ReadBareItem() : new StructuredValue.Boolean(true)) is not { } value) return null;
            parameters.Add(new(key, value));
        }
        return parameters;
    }

    private string? ReadKey() => _rest is [(>= 'a' and <= 'z') or '*', ..] ? TakeWhile(KeyChars).ToString() : null;

    private StructuredValue? ReadBareItem() => _rest switch
    {
        ['"', ..] => ReadText(),
        [':', ..] => ReadBytes(),
        ['?', '0' or '1', ..] => ReadBoolean(),
        ['-' or (>= '0' and <= '9'), ..] => ReadInteger(),
        [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '*', ..] => new StructuredValue.Token(TakeWhile(TokenChars).ToString()),
        _ => null,
    };

    private StructuredValue.Text? ReadText()
    {
        var text = new StringBuilder();
        for (var i = 1; i < _rest.Length; i++)
        {
            var c = _rest[i];
            if (c == '"')
            {
                _rest = _rest[(i + 1)..];
                return new(text.ToString());
            }
            if (c == '\\')
            {
                if (++i == _rest.Length || _rest[i] is not ('"' or '\\')) return null;
                c = _rest[i];
            }
            if (c is < ' ' or > '~') return null;
            text.Append(c);
        }
        return null;
    }

    private StructuredValue.Bytes? ReadBytes()
    {
        var length = _rest[1..].IndexOf(':');
        if (length < 0) return null;
        var base64 = _rest.Slice(1, length);
        _rest = _rest[(length + 2)..];
        var data = new byte[base64.Length];
        // blanks inside, which the framework's decoder would skip, are not base64 here; padding may be missing (section 4.2.7)
        if (base64.ContainsAny(" \t\r\n")) return null;
        return Convert.TryFromBase64String(base64.ToString() + new string('=', -base64.Length & 3), data, out var written) ? new(data[..written]) : null;
    }

    private StructuredValue.Boolean ReadBoolean()
    {
        var value = _rest[1] == '1';
        _rest = _rest[2..];
        return new(value);
    }

    private StructuredValue.Integer? ReadInteger()
    {
        var sign = _rest[0] == '-' ? 1 : 0;
        var digits = _rest[sign..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = _rest.Length - sign;
        if (digits is 0 or > 15 || _rest[(sign + digits)..] is ['.', ..]) return null;
        var value = long.Parse(_rest[..(sign + digits)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        _rest = _rest[(sign + digits)..];
        return new(value);
    }

    private ReadOnlySpan<char> TakeWhile(SearchValues<char> allowed)
    {
        var end = _rest.IndexOfAnyExcept(allowed);
        if (end < 0) end = _rest.Length;
        var taken = _rest[..end];
        _rest = _rest[end..];
        return taken;
    }

    private void Skip(SearchValues<char> blanks) => _ = TakeWhile(blanks);

    private bool Take(char c)
    {
        if (_rest.IsEmpty || _rest[0] != c) return false;
        _rest = _rest[1..];
        return true;
    }

    private static bool Takes<T>(List<KeyValuePair<string, T>> pairs, string key) => pairs.Count < Most && !pairs.Exists(p => p.Key == key);
}
