namespace OpenPayments.Sandbox.Grants;

/// <summary>An access token as it was given out; rotation replaces the whole of it.</summary>
/// <param name="Lifetime">How long it works, in seconds.</param>
internal sealed record IssuedToken(Grant Grant, string Value, Guid ManageId, int Lifetime, DateTimeOffset ExpiresAt);
