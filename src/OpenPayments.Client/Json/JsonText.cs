using System.Globalization;

namespace OpenPayments.Client;

/// <summary>
/// Undoes the escapes of a JSON string into UTF-16. Unlike the framework's own, it keeps lone surrogates, which JSON may hold
/// (<c>"\ud800"</c>) and ECMAScript prints again.
/// </summary>
internal static class JsonText
{
    /// <param name="json">What stands between the quotation marks: valid JSON, valid UTF-8.</param>
    public static string Unescape(ReadOnlySpan<byte> json)
    {
        var text = System.Text.Encoding.UTF8.GetString(json);
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        return string.Create(UnescapedLength(text), text, static (chars, escaped) =>
        {
            var at = 0;
            for (var i = 0; i < escaped.Length; i++)
            {
                if (escaped[i] != '\\')
                {
                    chars[at++] = escaped[i];
                    continue;
                }
                i++;
                chars[at++] = escaped[i] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    var itself => itself,
                };
                if (escaped[i] == 'u') i += 4;
            }
        });
    }

    private static int UnescapedLength(string escaped)
    {
        var length = 0;
        for (var i = 0; i < escaped.Length; i++, length++)
            if (escaped[i] == '\\') i += escaped[i + 1] == 'u' ? 5 : 1;
        return length;
    }
}
