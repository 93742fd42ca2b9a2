namespace OpenPayments.Host.Contracts;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Pointer">Where it stands in the body: a JSON pointer (RFC 6901).</param>
/// <param name="Detail">What is wrong and what would be right.</param>
internal sealed record FieldError(string Pointer, string Detail);
