namespace OpenPayments.Client;

/// <summary>
/// The parts of a request's target as it was sent (RFC 9421 section 2.2): nothing unescaped, nothing shortened, an IPv6 address in its
/// brackets. <see cref="Uri"/> would change all of these, and a signature would then be judged over a text that nobody signed.
/// </summary>
/// <param name="Scheme">In lower case (section 2.2.4).</param>
/// <param name="Authority">In lower case, without the scheme's own port (section 2.2.3).</param>
/// <param name="Path">An empty one is a slash (section 2.2.6).</param>
/// <param name="Query">With its question mark; that alone where there is none (section 2.2.7).</param>
/// <param name="RequestTarget">Path and query as on the request line (section 2.2.5).</param>
internal sealed record TargetText(string Scheme, string Authority, string Path, string Query, string RequestTarget)
{
    /// <summary>Null where the text is no absolute URI of a server, or has what no request has: credentials, a fragment.</summary>
    public static TargetText? Read(string uri)
    {
        var colon = uri.IndexOf("://", StringComparison.Ordinal);
        if (colon <= 0 || uri.Contains('#', StringComparison.Ordinal)) return null;
        var scheme = uri[..colon].ToLowerInvariant();
        var rest = uri[(colon + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?');
        var (authority, tail) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        if (authority.Length == 0 || authority.Contains('@', StringComparison.Ordinal)) return null;
        if (!tail.StartsWith('/')) tail = "/" + tail;
        var mark = tail.IndexOf('?', StringComparison.Ordinal);
        return mark < 0
            ? new(scheme, Normal(scheme, authority), tail, "?", tail)
            : new(scheme, Normal(scheme, authority), tail[..mark], tail[mark..], tail);
    }

    private static string Normal(string scheme, string authority)
    {
        var lower = authority.ToLowerInvariant();
        var own = scheme switch { "https" => ":443", "http" => ":80", _ => ":" };
        return lower.EndsWith(own, StringComparison.Ordinal) ? lower[..^own.Length] : lower.TrimEnd(':');
    }
}
