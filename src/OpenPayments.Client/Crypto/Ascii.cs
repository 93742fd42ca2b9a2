namespace OpenPayments.Client;

/// <summary>The characters that a structured field's string may hold: %x20 to %x7E (RFC 8941 section 3.3.3).</summary>
internal static class Ascii
{
    public static bool IsPrintable(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');
}
