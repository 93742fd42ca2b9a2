using System.Text;

namespace OpenPayments.Client;

/// <summary>
/// The text that is signed, rebuilt from a received message (RFC 9421 section 2.5). The signer writes the same in
/// <see cref="MessageSigner"/>, straight into bytes.
/// </summary>
internal static class SignatureBase
{
    public static string? Of(SignedMessage message, ClaimedSignature claim, out string why)
    {
        why = "";
        var text = new StringBuilder();
        foreach (var name in claim.Components)
        {
            if ((name.StartsWith('@') ? Derived(message, name) : message.Value(name)) is not { } value)
            {
                why = $"The signature covers {name}, which the request does not have.";
                return null;
            }
            text.Append('"').Append(name).Append("\": ").Append(value).Append('\n');
        }
        return text.Append("\"@signature-params\": ").Append(claim.Parameters).ToString();
    }

    // section 2.2; the query's single parameters (@query-param) are not used here
    private static string? Derived(SignedMessage message, string name)
    {
        if (name == "@method") return message.Method;
        if (name == "@target-uri") return message.TargetUri;
        if (!Uri.TryCreate(message.TargetUri, UriKind.Absolute, out var uri)) return null;
        return name switch
        {
            "@authority" => uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}",
            "@scheme" => uri.Scheme,
            "@request-target" => uri.PathAndQuery,
            "@path" => uri.AbsolutePath,
            "@query" => uri.Query.Length == 0 ? "?" : uri.Query,
            _ => null,
        };
    }
}
