using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Http;

/// <summary>
/// A request that this provider does not grant. Thrown from wherever that becomes clear and turned into the error body in one place,
/// so that handlers read as what happens when all is well.
/// </summary>
internal sealed class RefusedException(int status, string code, string description) : Exception(description)
{
    public int Status => status;

    /// <summary>Free-form members of <c>details</c>; null sends none.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Details { get; init; }

    public ErrorResponse Body => new() { Error = new ErrorDetail { Code = code, Description = Message, Details = Details } };
}
