namespace OpenPayments.Client;

/// <summary>A bare item of a structured field (RFC 8941 section 3.3); decimals do not occur in signatures.</summary>
internal abstract record StructuredValue
{
    private StructuredValue() { }

    public sealed record Bytes(byte[] Data) : StructuredValue;

    public sealed record Text(string Value) : StructuredValue;

    public sealed record Token(string Value) : StructuredValue;

    public sealed record Integer(long Value) : StructuredValue;

    public sealed record Boolean(bool Value) : StructuredValue;
}

/// <summary>A bare item and its parameters, in their order.</summary>
internal sealed record StructuredItem(StructuredValue Value, IReadOnlyList<KeyValuePair<string, StructuredValue>> Parameters);

/// <summary>A member of a dictionary (RFC 8941 section 3.2): an item, or a list of items in parentheses.</summary>
internal abstract record StructuredMember
{
    private StructuredMember() { }

    public sealed record Item(StructuredValue Value, IReadOnlyList<KeyValuePair<string, StructuredValue>> Parameters) : StructuredMember;

    public sealed record InnerList(IReadOnlyList<StructuredItem> Items, IReadOnlyList<KeyValuePair<string, StructuredValue>> Parameters) : StructuredMember;
}
