using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Access tokens: they expire, are rotated (the old pair dies at once), seized by a rival who rotates them, revoked.</summary>
public sealed class Vault(Setting setting, Clock clock, Secrets secrets)
{
    private readonly Dictionary<Secret, Issued> _tokens = [];

    private int _permits;

    public AccessToken Issue(AccessItem access) => Issue(new Permit(++_permits, access));

    /// <summary>A token that a client holds since before the story.</summary>
    public void Adopt(Token token, AccessItem access) => _tokens.Add(token.Value, new Issued(new Permit(++_permits, access), token.Manage, clock.Now));

    /// <summary>What a token allows; null for one that does not work.</summary>
    public Permit? Check(Secret token) => _tokens.TryGetValue(token, out var found) && clock.Now < found.At.AddSeconds(setting.TokenLives) ? found.Permit : null;

    /// <summary>A new pair for a token, which may have expired; null where the pair is not known (any more).</summary>
    public AccessToken? Rotate(Uri manage, Secret token) => _tokens.TryGetValue(token, out var found) && found.Manage == manage && _tokens.Remove(token) ? Issue(found.Permit) : null;

    /// <summary>The grant is gone: nothing revives this token. A rival who rotates it does the same to whom it belongs to.</summary>
    public void Kill(Secret token) => _tokens.Remove(token);

    /// <summary>Its time is up.</summary>
    public void Expire(Secret token)
    {
        if (_tokens.TryGetValue(token, out var found)) _tokens[token] = found with { At = clock.Now.AddSeconds(-setting.TokenLives) };
    }

    private AccessToken Issue(Permit permit)
    {
        var (value, manage) = (secrets.Make("token"), new Uri($"https://auth.example/token/{_tokens.Count}-{secrets.Made}"));
        _tokens.Add(value, new Issued(permit, manage, clock.Now));
        return new AccessToken { Value = value, Manage = manage, ExpiresIn = setting.TokenLives, Access = [permit.Access] };
    }

    private sealed record Issued(Permit Permit, Uri Manage, DateTimeOffset At);
}
