using OpenPayments.Generated;

namespace OpenPayments.Host.Configuration;

/// <summary>The sites that a payer may be sent back to. A free choice would make the host an open redirect.</summary>
internal sealed class ReturnOrigins(IEnumerable<Uri> origins)
{
    private const string Key = "OpenPayments:ReturnOrigins";
    private readonly HashSet<string> _origins = [.. origins.Select(OriginOf)];

    public static ReturnOrigins Read(SettingsReader read)
    {
        var origins = new List<Uri>();
        foreach (var (i, text) in read.List(Key).Index())
        {
            if (UrlText.ReadAbsolute(text) is not { Scheme: "https" or "http" } url || url.UserInfo.Length > 0)
                read.Wrong($"{Key}:{i} is '{text}': it must be an origin such as https://shop.example.");
            else if (url.PathAndQuery != "/" || url.Fragment.Length > 0)
                read.Wrong($"{Key}:{i} is '{text}': an origin ends after the host and port; leave path, query and fragment out.");
            else if (url.Scheme == "http" && !url.IsLoopback)
                read.Wrong($"{Key}:{i} is '{text}': http is only for a loopback address; use https.");
            else
                origins.Add(url);
        }
        return new ReturnOrigins(origins);
    }

    public bool Allows(Uri url) => url.UserInfo.Length == 0 && _origins.Contains(OriginOf(url));

    private static string OriginOf(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.StrongPort, UriFormat.UriEscaped);
}
