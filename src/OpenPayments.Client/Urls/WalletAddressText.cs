using LanguageExt;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Client;

/// <summary>Wallet addresses as people write them.</summary>
public static class WalletAddressText
{
    private const int MaxLength = 2048;

    /// <summary>
    /// <c>$wallet.example/alice</c> is <c>https://wallet.example/alice</c>; <c>$wallet.example</c> alone is
    /// <c>https://wallet.example/.well-known/pay</c> (Interledger RFC 26). A URL stands for itself. Whether it may be called is for <see cref="UrlPolicy"/> to say.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <returns><c>Right</c>: the URL. <c>Left</c>: a sentence that says what is wrong.</returns>
    public static Either<string, Uri> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return No("is empty");
        if (trimmed.Length > MaxLength) return No($"is longer than {MaxLength} characters");
        if (UrlCharacters.Fault(trimmed) is { } fault) return No(fault["it ".Length..]);
        return trimmed[0] == '$' ? PaymentPointer.Parse(trimmed) : ParseUrl(trimmed);
    }

    private static Either<string, Uri> ParseUrl(string text)
    {
        if (UrlText.ReadAbsolute(text) is not { IsFile: false } url) return No("is neither of the form $wallet.example/alice nor an https URL");
        if (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) return No($"has the scheme {url.Scheme}, not https");
        if (url.UserInfo.Length > 0) return No("holds credentials");
        if (text.Contains('#', StringComparison.Ordinal)) return No("holds a fragment (#)");
        if (text.Contains('?', StringComparison.Ordinal)) return No("holds a query (?)");
        if (HostText.Of(url) is null) return No("names no host that can be called");
        return RequestTarget.Of(url) is null ? No("has a port or a path that no request can carry") : Right<string, Uri>(url);
    }

    private static Either<string, Uri> No(string why) => Left<string, Uri>($"The wallet address {why}.");
}
