using System.Globalization;
using System.Text;
using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// A server's words, made fit to be shown: a refusal may repeat the token that it refuses, and not letter by letter. Hidden is every run
/// of characters that spells a part of a secret: cut, in another case, with anything put between, percent-encoded (twice over, too), in
/// escapes of JSON or HTML, in hexadecimal, in base64 of any alphabet with whatever stands before it.
/// </summary>
internal static class Redaction
{
    private const string Hidden = "[redacted]";

    // characters that are shown, and those that are looked at: what lies behind is not even read
    private const int Longest = 200;
    private const int Read = 2_000;

    // so many characters of a secret in a row are a part of it; fewer are chance, and of no use
    private const int Part = 6;
    private const int PartOfBase64 = 8;
    private const int PartOfHex = 12;

    /// <summary>One short line of text without what <paramref name="s"/> holds in secret.</summary>
    public static string Tidy(Stage s, string words) => Tidy(s.Secrets, words);

    /// <summary>One short line of text without any of the secrets.</summary>
    /// <param name="secrets">What must not be shown.</param>
    /// <param name="words">Anything.</param>
    public static string Tidy(IEnumerable<Secret> secrets, string words)
    {
        var known = secrets.Select(secret => secret.Reveal()).Where(text => text.Length > 0).ToList();
        var read = words.Length > Read ? words[..Read] : words;
        var whole = known.Aggregate(read, (text, secret) => text.Replace(secret, Hidden, StringComparison.OrdinalIgnoreCase));
        var shown = Hide(whole, [.. known.SelectMany(Spellings).Distinct()], [.. known.SelectMany(secret => secret).Where(c => !IsLetter(c) && c != ' ')]);
        return new([.. shown.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
    }

    private static string Hide(string text, List<(string Text, int Part)> spellings, HashSet<char> signs)
    {
        var all = Unescaped(text);
        List<int> letters = [.. Enumerable.Range(0, all.Count).Where(i => IsLetter(all[i].C))];
        var hidden = Parts(new string([.. letters.Select(i => char.ToUpperInvariant(all[i].C))]), spellings);
        var shown = new StringBuilder();
        var at = 0;
        for (var i = 0; i < letters.Count; i++)
        {
            if (!hidden[i]) continue;
            var (first, last) = (letters[i], letters[i]);
            while (i + 1 < letters.Count && hidden[i + 1]) last = letters[++i];
            // the secret's own signs before and after belong to it
            while (first > 0 && all[first - 1].Start >= at && signs.Contains(all[first - 1].C)) first--;
            while (last + 1 < all.Count && signs.Contains(all[last + 1].C)) last++;
            shown.Append(text, at, all[first].Start - at).Append(Hidden);
            at = all[last].End;
        }
        return shown.Append(text, at, text.Length - at).ToString();
    }

    private static bool[] Parts(string letters, List<(string Text, int Part)> spellings)
    {
        var found = new bool[letters.Length];
        foreach (var (spelling, part) in spellings)
        {
            var parts = Enumerable.Range(0, spelling.Length - part + 1).Select(i => spelling.Substring(i, part)).ToHashSet();
            for (var i = 0; i + part <= letters.Length; i++)
                if (parts.Contains(letters.Substring(i, part))) found.AsSpan(i, part).Fill(true);
        }
        return found;
    }

    /// <summary>How a secret may be spelled once a text is reduced to its letters and digits, and how much of it gives it away.</summary>
    private static List<(string, int)> Spellings(string secret)
    {
        var spellings = new List<(string, int)>();
        // a consent page's server is known to everyone: what follows it is not
        var host = secret.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? 0 : secret.IndexOf('/', host + 3);
        var bytes = Encoding.UTF8.GetBytes(path < 0 ? secret : secret[path..]);
        foreach (var plain in new[] { Plain(path < 0 ? secret : secret[path..]), Plain(Encoding.Latin1.GetString(bytes)) })
            if (plain.Length >= Part) spellings.Add((plain, Part));
        if (Plain(Convert.ToHexString(bytes)) is { Length: >= PartOfHex } hex) spellings.Add((hex, PartOfHex));
        for (var before = 0; before < 3; before++)
        {
            // the first characters depend on what stands before, the last on what follows
            var base64 = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var own = Plain(base64[(before == 0 ? 0 : before + 1)..^1]);
            if (own.Length >= PartOfBase64) spellings.Add((own, PartOfBase64));
        }
        return spellings;
    }

    private static string Plain(string text) => new([.. text.Where(IsLetter).Select(char.ToUpperInvariant)]);

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c > '\u007f' && char.IsLetterOrDigit(c));

    /// <summary>The characters that a text spells, each with the place where it does.</summary>
    private static List<(char C, int Start, int End)> Unescaped(string text)
    {
        List<(char C, int Start, int End)> all = [.. text.Select((c, i) => (c, i, i + 1))];
        for (var count = 0; count != all.Count;)
        {
            count = all.Count;
            all = Unescape(all);
        }
        return all;
    }

    private static List<(char C, int Start, int End)> Unescape(List<(char C, int Start, int End)> text)
    {
        var plain = new List<(char, int, int)>(text.Count);
        for (var i = 0; i < text.Count; i++)
        {
            var (c, length) = Escape(text, i);
            plain.Add((c, text[i].Start, text[i + length - 1].End));
            i += length - 1;
        }
        return plain;
    }

    /// <summary>The character that is spelled at a place, and in how many: <c>%41</c>, <c>\u0041</c>, <c>\x41</c>, <c>&amp;#65;</c>, <c>&amp;#x41;</c>, or itself.</summary>
    private static (char C, int Length) Escape(List<(char C, int Start, int End)> text, int at) => (text[at].C, At(text, at + 1), At(text, at + 2)) switch
    {
        ('%' or '=', _, _) => Number(text, at, 1, 2, 16),
        ('\\', 'u' or 'U', _) => Number(text, at, 2, 4, 16),
        ('\\', 'x' or 'X', _) => Number(text, at, 2, 2, 16),
        ('&', '#', 'x' or 'X') => Entity(text, at, 3, 16),
        ('&', '#', _) => Entity(text, at, 2, 10),
        var (c, _, _) => (c, 1),
    };

    private static (char C, int Length) Entity(List<(char C, int Start, int End)> text, int at, int head, int @base)
    {
        var digits = 0;
        while (digits < 6 && IsDigit(At(text, at + head + digits), @base)) digits++;
        var (c, length) = digits == 0 ? (text[at].C, 1) : Number(text, at, head, digits, @base);
        return (c, length > 1 && At(text, at + length) == ';' ? length + 1 : length);
    }

    private static (char C, int Length) Number(List<(char C, int Start, int End)> text, int at, int head, int digits, int @base)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (!IsDigit(At(text, at + head + i), @base)) return (text[at].C, 1);
            value = value * @base + int.Parse([At(text, at + head + i)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }
        return value <= char.MaxValue ? ((char)value, head + digits) : (text[at].C, 1);
    }

    private static bool IsDigit(char c, int @base) => @base == 16 ? char.IsAsciiHexDigit(c) : char.IsAsciiDigit(c);

    private static char At(List<(char C, int Start, int End)> text, int at) => at < text.Count ? text[at].C : '\0';
}
