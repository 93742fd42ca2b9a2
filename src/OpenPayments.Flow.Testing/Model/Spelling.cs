namespace OpenPayments.Flow.Testing.Model;

/// <summary>
/// One resource, two spellings of its URL (RFC 3986 section 6.2.2): servers need not repeat what they were given letter by letter.
/// </summary>
internal static class Spelling
{
    /// <summary>The host in upper case, a letter of the path percent-encoded, a slash at the end.</summary>
    public static Uri Other(Uri url)
    {
        var path = url.AbsolutePath.TrimEnd('/');
        var last = path.Length == 0 ? "" : $"{path[..^1]}{Uri.HexEscape(path[^1])}";
        return new Uri($"{url.Scheme}://{url.Host.ToUpperInvariant()}{last}/");
    }

    /// <summary>The same for both spellings.</summary>
    public static string Plain(Uri url) => Uri.UnescapeDataString($"{url.Scheme}://{url.Host}{url.AbsolutePath}").TrimEnd('/');
}
