namespace OpenPayments.Client;

/// <summary>
/// The host of a URL as a request carries it: ASCII, an IPv6 address in brackets. <see cref="Uri"/> takes hosts that it cannot write so
/// (<c>xn--õ.example</c>) and throws when it is asked to; here they are none.
/// </summary>
internal static class HostText
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>Null where no request can carry the host: it is no name of the DNS (RFC 1123 section 2.1) and no address.</summary>
    /// <param name="url">Absolute.</param>
    public static string? Of(Uri url)
    {
        if (Written(url) is not { } host) return null;
        if (url.HostNameType == UriHostNameType.IPv6) return host.Contains('%', StringComparison.Ordinal) ? null : $"[{host}]"; // no interface of ours
        // an address in digits or dots that are not ASCII's is spelled otherwise on the wire than here
        return url.HostNameType == UriHostNameType.IPv4 || IsName(host) ? host : null;
    }

    private static string? Written(Uri url)
    {
        if (url.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)) return null;
        try
        {
            return url.IdnHost;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return null; // there is no other way to ask
        }
    }

    // the last label tells names from addresses: what ends in a number and is no address would be one to some other reader
    private static bool IsName(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        var labels = name.Split('.');
        return name.Length is > 0 and <= LongestName && Array.TrueForAll(labels, IsLabel) && !IsNumber(labels[^1]);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsNumber(string label) => label.All(char.IsAsciiDigit)
        || (label.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && label.Skip(2).All(char.IsAsciiHexDigit));
}
