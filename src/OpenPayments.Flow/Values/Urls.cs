using OpenPayments.Generated;

namespace OpenPayments.Flow.Values;

/// <summary>Identity of wallet addresses, quotes and payments, and what a server may give as one.</summary>
internal static class Urls
{
    /// <summary>
    /// Whether both name the same resource: by <see cref="UrlIdentity"/>, and with or without a slash at the end, which servers add and
    /// leave out.
    /// </summary>
    public static bool AreSame(Uri? one, Uri? other) =>
        one is null || other is null ? ReferenceEquals(one, other)
        : one.OriginalString == other.OriginalString || UrlIdentity.Of(one).TrimEnd('/') == UrlIdentity.Of(other).TrimEnd('/');

    /// <summary>An absolute http or https URL without user name, password and fragment. http is left to the host's URL policy.</summary>
    public static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0;
}
