using System.Globalization;

namespace OpenPayments.Client;

/// <summary>The headers of a body that a signature covers.</summary>
internal sealed record ContentHeaders(string Digest, string ContentLength, string ContentType)
{
    public int Length => Digest.Length + ContentLength.Length + ContentType.Length;

    /// <summary>Adds the digest and reads the other two off.</summary>
    public static ContentHeaders Cover(HttpContent content, ReadOnlyMemory<byte> body)
    {
        if (content.Headers.ContentLength is not { } length || length != body.Length) throw new ArgumentException("The content to sign is not of the length of its bytes.", nameof(content));
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out var type)) throw new ArgumentException("The content to sign has no Content-Type.", nameof(content));
        var digest = ContentDigest.Sha512(body);
        _ = content.Headers.Remove("Content-Digest");
        _ = content.Headers.TryAddWithoutValidation("Content-Digest", digest);
        return new(digest, length.ToString(CultureInfo.InvariantCulture), type.ToString());
    }
}
