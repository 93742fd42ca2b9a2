using System.Text;

namespace OpenPayments.Fuzzing;

/// <summary>A text, changed in a few places: characters put in, taken out, repeated; a piece of another text; cut off.</summary>
internal static class Mutation
{
    private const int MostChanges = 6;

    // what parsers stumble over: delimiters, escapes, numbers at their ends, what looks like something else, what is no character
    private static readonly string[] Pieces =
    [
        "%", "%2", "%00", "%0a", "%2F", "%zz", "%E2%80%AE", "\\", "/", "//", "/../", "/./", "?", "#", "@", ":", ":0", ":65536", ":443", "::", "[", "]", "[::1]", ".", "..",
        "xn--", "xn--a", "\u00f5", "\u17d7", "\u202e", "\u200d", "\u00ad", "\ufeff", "\uff0e", "\u3002", "\uff11", "\u0663", "\ud83d\ude00", "\ud800", "\udfff", "\ufffe",
        "\0", "\t", "\n", "\r\n", " ", "\u00a0", "\u2028", "\u007f", "\u0085", "\"", "'", "\\\"", ";", "; ", ",", "=", "()", "(", ")", "?1", ":AA==:", ":=:", "*", "-", "_",
        "0", "-0", "00", "1e400", "1e-400", "999999999999999", "9999999999999999", "18446744073709551616", "0x", "0x7f.1", "127.1", "null", "true", "\\ud800", "\\u0000", "{", "}", "[[[[", "{}", "[]",
        "created=", "keyid=\"\"", "\"@query-param\";name=\"a\"", "sha-512=", "$", "https://", "http:", "javascript:",
    ];

    public static string Of(IReadOnlyList<string> corpus, Random random)
    {
        var text = new StringBuilder(corpus[random.Next(corpus.Count)]);
        for (var changes = random.Next(MostChanges + 1); changes > 0; changes--) Change(text, corpus, random);
        return text.ToString();
    }

    private static void Change(StringBuilder text, IReadOnlyList<string> corpus, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 8), text.Length - at);
        switch (random.Next(8))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(at, text.ToString(at, length)); break;
            case 2: text.Insert(at, (char)random.Next(0x80)); break;
            case 3: text.Insert(at, (char)random.Next(0x10000)); break;
            case 4: text.Length = at; break;
            case 5: text.Insert(at, Slice(corpus[random.Next(corpus.Count)], random)); break;
            default: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
        }
    }

    private static string Slice(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        return text.Substring(from, random.Next(text.Length - from + 1));
    }
}
