using LanguageExt;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Client;

/// <summary>
/// A payment pointer (Interledger RFC 26): <c>"$" host path-abempty</c> with the host and the path of RFC 3986, in ASCII. No user, port,
/// query or fragment: what a URL could have more is refused with a sentence that names it.
/// </summary>
internal static class PaymentPointer
{
    private const string Default = "/.well-known/pay";

    /// <param name="text">Begins with <c>$</c>.</param>
    public static Either<string, Uri> Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (text[1..], "") : (text[1..slash], text[slash..]);
        if (!Ascii.IsPrintable(text)) return No("holds a character outside of ASCII");
        if (text.Contains('#', StringComparison.Ordinal)) return No("holds a fragment (#)");
        if (text.Contains('?', StringComparison.Ordinal)) return No("holds a query (?)");
        if (host.Contains('@', StringComparison.Ordinal)) return No("holds a user (@): a payment pointer has none");
        if (host.Length == 0) return No("names no host: it is of the form $wallet.example/alice");
        if (HasPort(host)) return No("holds a colon after the host: a payment pointer has no port and no scheme; write the https URL instead");
        if (!IsPath(path)) return No("has a path with a character that no URL has, or a % without two hexadecimal digits after it");
        return UrlText.ReadAbsolute($"https://{host}{(path is "" or "/" ? Default : path)}") is { } url && HostText.Of(url) is not null
            ? Right<string, Uri>(url)
            : No("names no host that can be called");
    }

    private static bool HasPort(string host) => host[(host.IndexOf(']', StringComparison.Ordinal) + 1)..].Contains(':', StringComparison.Ordinal);

    // RFC 3986 section 3.3: pchar and the slashes between
    private static bool IsPath(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && !(i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))) return false;
            if (!char.IsAsciiLetterOrDigit(path[i]) && !"-._~!$&'()*+,;=:@/%".Contains(path[i], StringComparison.Ordinal)) return false;
        }
        return true;
    }

    private static Either<string, Uri> No(string why) => Left<string, Uri>($"The wallet address {why}.");
}
