namespace OpenPayments.Sandbox.Grants;

/// <summary>An access token as it was given out; rotation replaces the whole of it.</summary>
internal sealed record IssuedToken(Grant Grant, string Value, Guid ManageId, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a token works, in seconds; the reference server's default.</summary>
    public const int Lifetime = 600;
}
