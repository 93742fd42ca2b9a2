using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>All authorization servers: grants, interactions, continuations, rotation, revocation.</summary>
internal sealed class AuthServers(ModelSettings settings, Clock clock, SecretSource secrets, TokenStore tokens)
{
    private static readonly TimeSpan Open = TimeSpan.FromMinutes(10);

    public List<Interaction> Interactions { get; } = [];

    public void CopyFrom(AuthServers other) => Interactions.AddRange(other.Interactions.Select(interaction => interaction with { }));

    public Answer<GrantResponse> Grant(RequestGrant ask) => Body<GrantResponse>(ask.Interact is { } interact && !settings.GrantsAtOnce
        ? Ask(ask.AuthServer, interact, ask.Access, null)
        : new GrantResponse.Granted { AccessToken = tokens.Issue(ask.Access), Continue = Continuation(ask.AuthServer) });

    public Answer<GrantResponse> Grant(RequestSubject ask) => Body<GrantResponse>(Ask(ask.AuthServer, ask.Interact, null, ask.Subject));

    /// <summary>The answer is given once: a repeated request is denied, and granted if the first was not carried out.</summary>
    public Answer<ContinueGrantResponse> Continue(ContinueGrant ask)
    {
        if (Find(ask.Uri, ask.Token) is not { Continued: false, Cancelled: false, Ref: { } reference } interaction
            || !reference.Equals(ask.InteractRef))
            return Refuse<ContinueGrantResponse>(401, "request_denied");
        if (clock.Now < interaction.Begun.AddSeconds(settings.ContinueWait ?? 0)) return Refuse<ContinueGrantResponse>(400, "too_fast");
        if (interaction.Pended++ < settings.Pends) return Body(new ContinueGrantResponse { Continue = Continuation(interaction) });
        interaction.Continued = true;
        var token = interaction.Access is { } access ? tokens.Issue(access) : null;
        if (token is not null) interaction.Permit = tokens.Check(token.Value)!.Number;
        return Body(new ContinueGrantResponse { AccessToken = token, Subject = interaction.Shown, Continue = Continuation(interaction) });
    }

    public Answer<RotateTokenResponse> Rotate(RotateToken ask) => tokens.Rotate(ask.Manage, ask.Token) is { } fresh
        ? Body(new RotateTokenResponse { AccessToken = fresh })
        : Refuse<RotateTokenResponse>(404, "invalid_rotation");

    public Answer<GivenBack> Revoke(RevokeToken ask) =>
        tokens.Revoke(ask.Manage, ask.Token) ? Body(new GivenBack()) : Refuse<GivenBack>(404, "invalid_request");

    /// <summary>With the grant, its tokens die.</summary>
    public Answer<GivenBack> Cancel(CancelGrant ask)
    {
        if (Find(ask.Uri, ask.Token) is not { Cancelled: false } interaction) return Refuse<GivenBack>(404, "invalid_request");
        interaction.Cancelled = true;
        if (interaction.Permit > 0) tokens.KillAll(interaction.Permit);
        return Body(new GivenBack());
    }

    /// <summary>The payer agrees, if the interaction is still open.</summary>
    public bool Agree(Interaction interaction)
    {
        if (interaction is { Ref: null, Cancelled: false } && clock.Now < interaction.Begun + Open) interaction.Ref = secrets.Make("ref");
        return interaction.Ref is not null;
    }

    public Interaction? Find(Uri continueUri, Secret continueToken) =>
        Interactions.SingleOrDefault(one => one.ContinueToken.Equals(continueToken) && one.ContinueUri == continueUri);

    private GrantResponse.InteractionRequired Ask(Uri server, InteractRequest interact, AccessItem? access, Subject? subject)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"continue/{Interactions.Count + 1}");
        var made = new Interaction(
            new Uri(server, $"interact/{secrets.Make("page").Reveal()}"), server, interact.Finish!.Nonce, secrets.Make("finish"),
            new Uri(server, next), secrets.Make("continue"), access, clock.Now)
        { Shown = subject };
        Interactions.Add(made);
        return new() { Interact = new InteractResponse { Redirect = made.Page, Finish = made.Finish }, Continue = Continuation(made) };
    }

    private Continue Continuation(Interaction of) => new()
    {
        Uri = of.ContinueUri,
        AccessToken = new ContinueAccessToken { Value = of.ContinueToken },
        Wait = settings.ContinueWait,
    };

    /// <summary>Of a grant that nobody has to continue.</summary>
    private Continue Continuation(Uri server) => new()
    {
        Uri = new Uri(server, "continue/0"),
        AccessToken = new ContinueAccessToken { Value = secrets.Make("continue") },
    };

    private Answer<T> Body<T>(T value) => new Answer<T>.Body(value, clock.Now);

    private Answer<T>.Refused Refuse<T>(int status, string code) => new(new Refusal(status, code), clock.Now);
}
