using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>Access tokens: they expire, are rotated (the old pair dies at once) and revoked.</summary>
internal sealed class TokenStore(ModelSettings settings, Clock clock, SecretSource secrets)
{
    private readonly Dictionary<Secret, Issued> _tokens = [];
    private int _permits;

    public IEnumerable<Issued> All => _tokens.Values;

    public void CopyFrom(TokenStore other)
    {
        _permits = other._permits;
        foreach (var (value, token) in other._tokens) _tokens.Add(value, token);
    }

    public AccessToken Issue(AccessItem access) => Issue(new Permit(++_permits, access));

    /// <summary>What a token allows; null for one that does not work.</summary>
    public Permit? Check(Secret token) =>
        _tokens.TryGetValue(token, out var found) && clock.Now < found.At.AddSeconds(settings.TokenLives) ? found.Permit : null;

    /// <summary>A new pair for a token, which may have expired; null where the pair is not known (any more).</summary>
    public AccessToken? Rotate(Uri manage, Secret token) => Remove(manage, token) is { } found ? Issue(found.Permit) : null;

    /// <summary>The client gives it back; false where it is not known (any more).</summary>
    public bool Revoke(Uri manage, Secret token) => Remove(manage, token) is not null;

    /// <summary>Nothing revives this token: its owner revoked it, or a rival rotated it.</summary>
    public void Kill(Secret token) => _tokens.Remove(token);

    /// <summary>All tokens of a grant die with it.</summary>
    public void KillAll(int permit)
    {
        foreach (var token in _tokens.Where(one => one.Value.Permit.Number == permit).Select(one =>
            one.Key).ToList()) _tokens.Remove(token);
    }

    /// <summary>Its time is up.</summary>
    public void Expire(Secret token) => Change(token, found => found with { At = clock.Now.AddSeconds(-settings.TokenLives) });

    /// <summary>What is known of whether the client holds it.</summary>
    public void Hold(Secret token, Func<Holding, Holding> change) => Change(token, found => found with { Holding = change(found.Holding) });

    private void Change(Secret token, Func<Issued, Issued> change)
    {
        if (_tokens.TryGetValue(token, out var found)) _tokens[token] = change(found);
    }

    private Issued? Remove(Uri manage, Secret token) =>
        _tokens.TryGetValue(token, out var found) && found.Manage == manage && _tokens.Remove(token) ? found : null;

    private AccessToken Issue(Permit permit)
    {
        var value = secrets.Make("token");
        var manage = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://auth.example/token/{secrets.Count}"));
        _tokens.Add(value, new Issued(value, permit, manage, clock.Now, Holding.Untold));
        return new AccessToken { Value = value, Manage = manage, ExpiresIn = settings.TokenLives, Access = [permit.Access] };
    }

    internal sealed record Issued(Secret Value, Permit Permit, Uri Manage, DateTimeOffset At, Holding Holding);
}
