using System.Buffers;
using System.Text;

namespace OpenPayments.Client;

/// <summary>
/// The text that is signed, rebuilt from a received message (RFC 9421 section 2.5). The signer writes the same in
/// <see cref="MessageSigner"/>, straight into bytes.
/// </summary>
internal static class SignatureBase
{
    /// <summary>Null, with a sentence, where the message has no such text: a component is not there, or not in ASCII on one line.</summary>
    public static string? Of(SignedMessage message, ClaimedSignature claim, out string why)
    {
        why = "";
        var text = new StringBuilder();
        var target = TargetText.Read(message.TargetUri);
        foreach (var name in claim.Components)
        {
            if ((name.StartsWith('@') ? Derived(message, target, name) : message.Value(name)) is not { } value)
            {
                why = $"The signature covers {name}, which the request does not have.";
                return null;
            }
            // section 2.5: anything else would have to be changed to be signed, and then two messages have one signature
            if (value.AsSpan().ContainsAnyExcept(Allowed))
            {
                why = $"The signature covers {name}, which holds a character that is no printable ASCII.";
                return null;
            }
            text.Append('"').Append(name).Append("\": ").Append(value).Append('\n');
        }
        return text.Append("\"@signature-params\": ").Append(claim.Parameters).ToString();
    }

    // what a field's value may hold (RFC 9110 section 5.5) without the bytes that no text is made of
    private static readonly SearchValues<char> Allowed = SearchValues.Create(['\t', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    // section 2.2; the query's single parameters (@query-param) are not used here
    private static string? Derived(SignedMessage message, TargetText? target, string name) => name switch
    {
        "@method" => message.Method,
        "@target-uri" => message.TargetUri,
        "@authority" => target?.Authority,
        "@scheme" => target?.Scheme,
        "@request-target" => target?.RequestTarget,
        "@path" => target?.Path,
        "@query" => target?.Query,
        _ => null,
    };
}
