using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Host.Endpoints;

/// <summary>Reads the query of a finish URI. What its values are worth, the flow decides.</summary>
internal static class InteractionQuery
{
    /// <summary>Far above what any wallet sends; the flow's own limits are narrower.</summary>
    private const int Longest = 1024;

    /// <summary>Null where it is neither one hash with one reference nor one result.</summary>
    public static InteractionResult? Read(IQueryCollection query) => (One(query, "hash"), One(query, "interact_ref"), One(query, "result")) switch
    {
        ({ } hash, { } reference, _) => new InteractionResult.Approved(hash, new Secret(reference)),
        (null, null, { } result) => new InteractionResult.Declined(result),
        _ => null,
    };

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 and <= Longest } value] ? value : null;
}
