namespace OpenPayments.Client;

/// <summary>
/// The <c>@target-uri</c> of a request (RFC 9421 section 2.2.2) as its receiver will rebuild it: what <see cref="HttpClient"/> puts
/// into the <c>Host</c> header and the request line. Neither <see cref="Uri.ToString"/>, which unescapes, nor
/// <see cref="Uri.AbsoluteUri"/>, which keeps the fragment, credentials and a host in Unicode, is that.
/// </summary>
internal static class RequestTarget
{
    public static string Of(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}{uri.PathAndQuery}" : $"{uri.Scheme}://{host}:{uri.Port}{uri.PathAndQuery}";
    }
}
