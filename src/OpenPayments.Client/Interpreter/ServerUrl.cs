namespace OpenPayments.Client;

/// <summary>The URL of an operation below the URL of its server, whose path (a tenant) stays.</summary>
internal static class ServerUrl
{
    /// <param name="server">As the wallet address gave it; a relative one stays relative, for <see cref="UrlPolicy"/> to refuse.</param>
    /// <param name="route">One of the generated routes: <c>/quotes</c>.</param>
    public static Uri Append(Uri server, string route) =>
        server.IsAbsoluteUri ? new Uri(server.GetLeftPart(UriPartial.Path).TrimEnd('/') + route + server.Query) : server;
}
