using System.Globalization;
using System.Text;

namespace OpenPayments.Flow.Values;

/// <summary>
/// Identity of wallet addresses, quotes and payments. Two URLs are the same resource if they are the same text after one normalisation
/// (RFC 3986 section 6.2.2 and 6.2.3): scheme and host in lower case, no default port, percent-encoding of unreserved characters undone
/// and the rest in upper case, no slash at the end of the path. User info, query and fragment count, unlike in <c>Uri ==</c>.
/// </summary>
internal static class Urls
{
    /// <summary>Whether both name the same resource.</summary>
    public static bool AreSame(Uri? one, Uri? other) =>
        one is null || other is null ? ReferenceEquals(one, other)
        : one.OriginalString == other.OriginalString || Normalised(one) == Normalised(other);

    /// <summary>An absolute http or https URL without user name, password and fragment: what a server may give as an id. http is left to the host's URL policy.</summary>
    public static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0;

    private static string Normalised(Uri uri)
    {
        var text = uri.OriginalString;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (!uri.IsAbsoluteUri || scheme < 0) return text;
        var pathAt = text.IndexOfAny(['/', '?', '#'], scheme + 3);
        var (authority, rest) = pathAt < 0 ? (text[(scheme + 3)..], "") : (text[(scheme + 3)..pathAt], text[pathAt..]);
        var user = authority.LastIndexOf('@');
        var host = authority[(user + 1)..].ToLowerInvariant();
        if (uri.IsDefaultPort && host.LastIndexOf(':') is var colon && colon > host.LastIndexOf(']')) host = host[..colon];
        var queryAt = rest.IndexOfAny(['?', '#']);
        var (path, query) = queryAt < 0 ? (rest, "") : (rest[..queryAt], rest[queryAt..]);
        return $"{uri.Scheme}://{authority[..(user + 1)]}{host}{Decoded(path).TrimEnd('/')}{Decoded(query)}";
    }

    private static string Decoded(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var normal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                var c = (char)octet;
                if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~') normal.Append(c);
                else normal.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                normal.Append(text[i]);
            }
        }
        return normal.ToString();
    }
}
