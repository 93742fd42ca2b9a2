namespace OpenPayments.Sandbox.Grants;

/// <summary>A provider's grants, found by what the different callers know of them. Used only inside the world's lock.</summary>
internal sealed class GrantStore(TimeSpan tokenLifetime)
{
    private readonly Dictionary<Guid, Grant> _grants = [];
    private readonly Dictionary<string, IssuedToken> _byValue = [];
    private readonly Dictionary<Guid, IssuedToken> _byManageId = [];

    public void Add(Grant grant) => _grants.Add(grant.Id, grant);

    public Grant? Find(string id) => Guid.TryParse(id, out var guid) ? _grants.GetValueOrDefault(guid) : null;

    public Grant? FindByInteraction(string id, string nonce)
        => _grants.Values.FirstOrDefault(g => g.Interaction is { } i && i.Id.ToString() == id && Secrets.Same(nonce, i.UrlNonce));

    public IssuedToken? FindToken(string value) => _byValue.GetValueOrDefault(value);

    public IssuedToken? FindManaged(string manageId) => Guid.TryParse(manageId, out var guid) ? _byManageId.GetValueOrDefault(guid) : null;

    /// <summary>Gives the grant a token with a new value and a new management id; the one before it is dead from here on.</summary>
    public IssuedToken Issue(Grant grant, DateTimeOffset now)
    {
        Revoke(grant);
        var token = new IssuedToken(grant, Secrets.New(), Guid.NewGuid(), (int)tokenLifetime.TotalSeconds, now + tokenLifetime);
        _byValue.Add(token.Value, token);
        _byManageId.Add(token.ManageId, token);
        return grant.Token = token;
    }

    public void Revoke(Grant grant)
    {
        if (grant.Token is not { } token) return;
        _byValue.Remove(token.Value);
        _byManageId.Remove(token.ManageId);
        grant.Token = null;
    }
}
