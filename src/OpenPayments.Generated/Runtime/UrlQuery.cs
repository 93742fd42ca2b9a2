using System.Text;

namespace OpenPayments.Generated;

/// <summary>Adds query parameters to a URL that a server gave out, whose own query stays.</summary>
internal static class UrlQuery
{
    public static Uri Append(Uri url, (string Name, string? Value)[] query)
    {
        if (!Array.Exists(query, p => !string.IsNullOrEmpty(p.Value))) return url;
        var text = new StringBuilder(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
        var separator = url.Query.Length == 0 ? '?' : '&';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return new Uri(text.ToString());
    }
}
