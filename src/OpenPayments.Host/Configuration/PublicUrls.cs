using OpenPayments.Generated;

namespace OpenPayments.Host.Configuration;

internal static class PublicUrls
{
    private const string Key = "OpenPayments:PublicUrl";
    private static readonly Uri Nowhere = new("https://invalid/");

    public static Uri Read(SettingsReader read, bool allowLoopback)
    {
        if (read.Text(Key) is not { } text)
        {
            read.Wrong($"{Key} is missing: say where people's browsers reach this host, such as https://pay.example.com. Wallets send payers back there.");
            return Nowhere;
        }
        if (UrlText.ReadAbsolute(text) is not { Scheme: "https" or "http" } url)
            read.Wrong($"{Key} is '{text}': it must be an absolute URL that begins with https://.");
        else if (url.UserInfo.Length > 0)
            read.Wrong($"{Key} carries a user name or password: leave them out.");
        else if (url.Query.Length > 0 || url.Fragment.Length > 0)
            read.Wrong($"{Key} is '{text}': it must have no query and no fragment.");
        else if (url.Scheme == "http" && !(allowLoopback && url.IsLoopback))
            read.Wrong($"{Key} is '{text}': http is only for a loopback address with OpenPayments:AllowLoopback on; the payer's return must not be readable on the way.");
        else
            return url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
        return Nowhere;
    }
}
