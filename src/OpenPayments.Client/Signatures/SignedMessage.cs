namespace OpenPayments.Client;

/// <summary>A request as it was received, for <see cref="MessageVerifier"/>.</summary>
/// <param name="Method">As on the request line: <c>POST</c>.</param>
/// <param name="TargetUri">The absolute URI that the sender aimed at, percent-encoding untouched: scheme, <c>Host</c> header, raw request target.</param>
/// <param name="Header">The values of a header, one for each line of it; none where the request has no such header. Names come in lower case and any case must match.</param>
/// <param name="Body">The body exactly as received; empty where there is none.</param>
public sealed record SignedMessage(string Method, string TargetUri, Func<string, IEnumerable<string?>> Header, ReadOnlyMemory<byte> Body)
{
    /// <summary>The method and the target; no header, no body: those hold tokens.</summary>
    public override string ToString() => $"{Method} {TargetUri}";

    /// <summary>A header's lines as one value (RFC 9421 section 2.1), or null where there is none.</summary>
    internal string? Value(string name)
    {
        string[] lines = [.. Header(name).Select(line => (line ?? "").Trim(' ', '\t'))];
        return lines.Length == 0 ? null : string.Join(", ", lines);
    }
}
