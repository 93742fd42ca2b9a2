using OpenPayments.Client;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Http;

/// <summary>
/// The one place where a request's signature is judged, more strictly than the reference server does it: it must be recent and cover the
/// token and the body.
/// </summary>
internal static class SignatureCheck
{
    private static readonly VerificationPolicy Policy = new(MaxAge: TimeSpan.FromSeconds(30), MaxSkew: TimeSpan.FromSeconds(5));

    /// <summary>Null when one of the keys signed this request; else the reason.</summary>
    public static string? Refuse(SignedRequest request, IReadOnlyList<JsonWebKey> keys, DateTimeOffset now)
        => MessageVerifier.Verify(request.Message, Policy, id => keys.FirstOrDefault(k => k.Kid == id), now) is Verification.Invalid { Why: var why } ? why : null;
}
