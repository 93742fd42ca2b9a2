namespace OpenPayments.Sandbox.Grants;

/// <summary>Where a grant stands. It only moves downwards.</summary>
internal enum GrantState
{
    /// <summary>The account's owner has not answered yet.</summary>
    Pending,

    /// <summary>The owner agreed; the client has not fetched the token.</summary>
    Approved,

    /// <summary>The owner refused.</summary>
    Denied,

    /// <summary>The token is out.</summary>
    Granted,

    /// <summary>The client gave the grant up.</summary>
    Cancelled,
}
