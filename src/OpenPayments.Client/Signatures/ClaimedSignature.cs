using System.Buffers;

namespace OpenPayments.Client;

/// <summary>What <c>Signature-Input</c> and <c>Signature</c> claim, well-formed and not yet checked.</summary>
/// <param name="Components">The covered components in their order: lower-case names without parameters, each once.</param>
/// <param name="Parameters">The components and parameters as the signature base prints them.</param>
/// <param name="KeyId">Not empty.</param>
/// <param name="Created">When the sender says that it signed.</param>
/// <param name="Expires">When the sender says that it stops being good; null where it does not say.</param>
/// <param name="Signature">64 bytes.</param>
internal sealed record ClaimedSignature(
    IReadOnlyList<string> Components, string Parameters, string KeyId, DateTimeOffset Created, DateTimeOffset? Expires, byte[] Signature)
{
    public bool Covers(string component) => Components.Contains(component);

    public static ClaimedSignature? Read(string? inputHeader, string? signatureHeader, out string why)
    {
        why = "The request is not signed: Signature-Input and Signature are needed.";
        if (string.IsNullOrEmpty(inputHeader) || string.IsNullOrEmpty(signatureHeader)) return null;

        why = "Signature-Input or Signature is malformed.";
        if (StructuredFieldParser.Dictionary(inputHeader) is not { } inputs || StructuredFieldParser.Dictionary(signatureHeader) is not { } signatures) return null;
        if (inputs is not [{ Value: StructuredMember.InnerList input, Key: var label }]) return Fail("Signature-Input does not hold exactly one list of components.", out why);
        if (signatures is not [{ Value: StructuredMember.Item { Value: StructuredValue.Bytes signature }, Key: var signed }] || signed != label)
            return Fail("Signature does not hold exactly the one signature that Signature-Input describes.", out why);
        if (signature.Data.Length != Ed25519.SignatureSize) return Fail("The signature is not 64 bytes long.", out why);

        if (Names(input) is not { } components) return Fail("Signature-Input names a component twice, with parameters, or not in lower case.", out why);
        if (Parameter(input, "created") is not StructuredValue.Integer { Value: >= 0 and <= MaxSeconds } created) return Fail("The signature does not say when it was created.", out why);
        if (Parameter(input, "keyid") is not StructuredValue.Text { Value: not "" } keyId) return Fail("The signature names no keyid.", out why);
        if (Parameter(input, "alg") is { } alg and not StructuredValue.Text { Value: "ed25519" }) return Fail("The signature's alg is not ed25519.", out why);
        var expires = Parameter(input, "expires");
        if (expires is not (null or StructuredValue.Integer { Value: >= 0 and <= MaxSeconds })) return Fail("The signature's expires is not a time.", out why);

        return new(components, SignatureParameters.Print(input), keyId.Value, Time(created), expires is StructuredValue.Integer end ? Time(end) : null, signature.Data);
    }

    // the year 9999: the last that DateTimeOffset knows
    private const long MaxSeconds = 253402300799;

    // a field's name in lower case (RFC 9421 section 2.1), or @ and the name of a derived component
    private static readonly SearchValues<char> NameChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~@");

    private static List<string>? Names(StructuredMember.InnerList input)
    {
        var names = new List<string>();
        foreach (var item in input.Items)
        {
            if (item is not { Parameters: [], Value: StructuredValue.Text { Value: var name } }) return null;
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameChars) || names.Contains(name)) return null;
            names.Add(name);
        }
        return names;
    }

    private static StructuredValue? Parameter(StructuredMember.InnerList input, string name) => input.Parameters.FirstOrDefault(p => p.Key == name).Value;

    private static DateTimeOffset Time(StructuredValue.Integer seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds.Value);

    private static ClaimedSignature? Fail(string because, out string why)
    {
        why = because;
        return null;
    }
}
