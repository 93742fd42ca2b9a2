using System.Net;

namespace OpenPayments.Client;

/// <summary>
/// Which URLs may be called. Nearly every URL of a payment was chosen by someone else (the payer, the receiver, their servers), so
/// each is checked before it is called, and the address that it leads to again when a connection is made.
/// </summary>
/// <param name="allowLoopback">Allows loopback addresses, over https and http: for development and tests.</param>
public sealed class UrlPolicy(bool allowLoopback)
{
    private const int MaxLength = 2048;

    /// <summary>Null where the URL may be called, else the reason why not, for people.</summary>
    /// <param name="url">As it was given.</param>
    public string? Refuse(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri) return "it is not an absolute URL";
        if (url.OriginalString.Length > MaxLength) return $"it is longer than {MaxLength} characters";
        if (UrlCharacters.Fault(url.OriginalString) is { } fault) return fault;
        if (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) return $"its scheme is {url.Scheme}, not https";
        if (url.UserInfo.Length > 0) return "it holds credentials";
        if (HostText.Of(url) is not { } host) return "it names no host that can be called";
        if (RequestTarget.Of(url) is null) return "no request can carry its port, path or query";
        var plain = url.Scheme == Uri.UriSchemeHttp;
        if (plain && !allowLoopback) return "it is http, not https";
        if (IPAddress.TryParse(host, out var address)) return Refuse(address, plain);
        // where any other name leads to is seen when a connection is made: over http, nowhere but to this machine
        return IsLocalhost(host) && !allowLoopback ? "it leads to this very machine (loopback)" : null;
    }

    /// <summary>Null where a connection may be made to this address.</summary>
    /// <param name="address">What the host's name resolved to.</param>
    /// <param name="plain">Whether the connection carries http: then only loopback will do.</param>
    internal string? Refuse(IPAddress address, bool plain)
    {
        if (AddressRanges.IsLoopback(address)) return allowLoopback ? null : "it leads to this very machine (loopback)";
        if (plain) return "it is http, not https";
        return AddressRanges.IsPublic(address) ? null : "it leads to a private, local or reserved address";
    }

    private static bool IsLocalhost(string host)
    {
        var name = host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
