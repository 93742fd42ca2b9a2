using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;

namespace OpenPayments.Generated;

/// <summary>
/// Whether two URLs name the same wallet, quote or payment: their texts are equal after the normalisation of RFC 3986 sections 6.2.2 and
/// 6.2.3. Scheme and host in lower case, the host in ASCII; the scheme's own port left out; an empty path is a slash; <c>.</c> and
/// <c>..</c> segments resolved; what needs no percent-encoding decoded, the rest in upper case. Everything else counts: user, path with
/// its final slash, query, fragment. (<see cref="Uri"/>'s own equality overlooks user and fragment.)
/// </summary>
public static class UrlIdentity
{
    /// <summary>Compares as <see cref="Same"/> does.</summary>
    public static IEqualityComparer<Uri> Comparer { get; } = new ByIdentity();

    /// <summary>Whether both name the same.</summary>
    public static bool Same(Uri one, Uri other) => string.Equals(Of(one), Of(other), StringComparison.Ordinal);

    /// <summary>The normalised text. One that is no absolute URL with a host stays as it is written. Never throws for what a URL holds.</summary>
    /// <param name="url">As it was given.</param>
    public static string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var text = url.OriginalString;
        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        if (!url.IsAbsoluteUri || authority < 3 || HostOf(url) is not { Length: > 0 } host) return text;
        var rest = text[authority..].TrimEnd();
        var end = rest.AsSpan().IndexOfAny("/\\?#");
        var (path, tail) = Split(end < 0 ? "" : rest[end..]);
        var user = url.UserInfo.Length == 0 ? "" : url.UserInfo + "@";
        var port = url.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{url.Port}");
        return $"{url.Scheme}://{Decode(user)}{host}{port}{Resolve(Decode(path))}{Decode(tail)}";
    }

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "RFC 3986 section 6.2.2.1 says lower.")]
    private static string HostOf(Uri url)
    {
        try
        {
            if (url.HostNameType == UriHostNameType.IPv6 && url.IdnHost.Contains('%', StringComparison.Ordinal)) return ""; // an interface of one machine
            var host = url.HostNameType == UriHostNameType.IPv6 ? $"[{url.IdnHost}]" : url.IdnHost;
            // an address in digits or dots that are not ASCII's: as it is written, for what it would be read as depends on the reader
            if (url.HostNameType == UriHostNameType.Dns && IPAddress.TryParse(host, out _)) host = url.Host;
            return host.ToLowerInvariant();
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return url.Host.ToLowerInvariant(); // no name of the DNS; it still is the same as itself
        }
    }

    private static (string Path, string Tail) Split(string rest)
    {
        var at = rest.AsSpan().IndexOfAny('?', '#');
        return at < 0 ? (rest, "") : (rest[..at], rest[at..]);
    }

    // section 6.2.2.2: unreserved characters are themselves, every other escape is told by its upper-case digits
    private static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                decoded.Append(text[i]);
                continue;
            }
            var c = (char)int.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~') decoded.Append(c);
            else decoded.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            i += 2;
        }
        return decoded.ToString();
    }

    // section 5.2.4
    private static string Resolve(string path)
    {
        if (path.Length == 0) return "/";
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            }
            else if (segments[i] != ".")
            {
                kept.Add(segments[i]);
                continue;
            }
            if (last) kept.Add("");
        }
        return "/" + string.Join('/', kept);
    }

    private sealed class ByIdentity : IEqualityComparer<Uri>
    {
        public bool Equals(Uri? x, Uri? y) => x is null || y is null ? ReferenceEquals(x, y) : Same(x, y);

        public int GetHashCode(Uri obj) => Of(obj).GetHashCode(StringComparison.Ordinal);
    }
}
