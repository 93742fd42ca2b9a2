using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>All authorization servers: grants, interactions, continuations, rotation.</summary>
public sealed class AuthServers(Setting setting, Clock clock, Secrets secrets, Vault vault)
{
    public List<Interaction> Interactions { get; } = [];

    public Answer<GrantResponse> Grant(RequestGrant ask) => Body<GrantResponse>(ask.Interact is { } interact && !setting.GrantsAtOnce
        ? Ask(ask.AuthServer, interact, ask.Access, null)
        : new GrantResponse.Granted
        {
            AccessToken = vault.Issue(ask.Access),
            Continue = new Continue { Uri = new Uri(ask.AuthServer, "continue/0"), AccessToken = new ContinueAccessToken { Value = secrets.Make("continue") } },
        });

    public Answer<GrantResponse> Grant(RequestSubject ask) => Body<GrantResponse>(Ask(ask.AuthServer, ask.Interact, null, ask.Subject));

    public Answer<ContinueGrantResponse> Continue(ContinueGrant ask)
    {
        var interaction = Interactions.SingleOrDefault(i => i.ContinueToken.Equals(ask.Token) && i.ContinueUri == ask.Uri);
        if (interaction is null || interaction.Continued || interaction.Ref is not { } reference || !reference.Equals(ask.InteractRef)) return Refuse<ContinueGrantResponse>(401, "request_denied");
        if (clock.Now < interaction.Begun.AddSeconds(setting.ContinueWait ?? 0)) return Refuse<ContinueGrantResponse>(400, "too_fast");
        if (interaction.Pended++ < setting.Pends) return Body(new ContinueGrantResponse { Continue = Continuation(interaction) });
        interaction.Continued = true;
        return Body(new ContinueGrantResponse
        {
            AccessToken = interaction.Access is { } access ? vault.Issue(access) : null,
            Subject = interaction.Shown,
            Continue = Continuation(interaction),
        });
    }

    public Answer<RotateTokenResponse> Rotate(RotateToken ask) => vault.Rotate(ask.Manage, ask.Token) is { } fresh
        ? Body(new RotateTokenResponse { AccessToken = fresh })
        : Refuse<RotateTokenResponse>(404, "invalid_rotation");

    /// <summary>The payer agrees, if the interaction is still open.</summary>
    public bool Agree(Interaction interaction)
    {
        if (interaction.Ref is null && clock.Now < interaction.Begun.AddMinutes(10)) interaction.Ref = secrets.Make("ref");
        return interaction.Ref is not null;
    }

    private GrantResponse.InteractionRequired Ask(Uri server, InteractRequest interact, AccessItem? access, Subject? subject)
    {
        var made = new Interaction(
            new Uri(server, $"interact/{secrets.Make("page").Reveal()}"), server, interact.Finish!.Nonce, secrets.Make("finish"),
            new Uri(server, $"continue/{Interactions.Count + 1}"), secrets.Make("continue"), access, subject, clock.Now);
        Interactions.Add(made);
        return new() { Interact = new InteractResponse { Redirect = made.Page, Finish = made.Finish }, Continue = Continuation(made) };
    }

    private Continue Continuation(Interaction of) => new() { Uri = of.ContinueUri, AccessToken = new ContinueAccessToken { Value = of.ContinueToken }, Wait = setting.ContinueWait };

    private Answer<T> Body<T>(T value) => new Answer<T>.Body(value, clock.Now);

    private Answer<T>.Refused Refuse<T>(int status, string code) => new(new Refusal(status, code), clock.Now);
}
