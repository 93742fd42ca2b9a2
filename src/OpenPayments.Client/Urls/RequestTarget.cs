namespace OpenPayments.Client;

/// <summary>
/// The <c>@target-uri</c> of a request (RFC 9421 section 2.2.2) as its receiver will rebuild it: what <see cref="HttpClient"/> puts
/// into the <c>Host</c> header and the request line. Neither <see cref="Uri.ToString"/>, which unescapes, nor
/// <see cref="Uri.AbsoluteUri"/>, which keeps the fragment, credentials and a host in Unicode, is that.
/// </summary>
internal static class RequestTarget
{
    /// <summary>Null where no request can carry it: a host that is none, a port 0, a path or query that is not in visible ASCII.</summary>
    /// <param name="uri">Absolute.</param>
    public static string? Of(Uri uri)
    {
        if (HostText.Of(uri) is not { } host || uri.Port <= 0) return null;
        if (uri.PathAndQuery is not ['/', ..] path || path.AsSpan().ContainsAnyExceptInRange('!', '~')) return null;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}{path}" : $"{uri.Scheme}://{host}:{uri.Port}{path}";
    }
}
