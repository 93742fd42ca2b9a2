using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Both authorization servers: grants, interactions, continuations, tokens. They enforce no limit: that is left to the flow.</summary>
public sealed class AuthServers(Setting setting, Clock clock, Secrets secrets)
{
    private readonly Dictionary<Secret, Token> _tokens = [];

    public List<Interaction> Interactions { get; } = [];

    public Answer<GrantResponse> Grant(RequestGrant ask)
    {
        var limit = ((ask.Access as AccessOutgoing)?.Limits as LimitsOutgoing.WithDebitAmount)?.DebitAmount;
        return new Answer<GrantResponse>.Body(ask.Interact is { } interact && !setting.GrantsAtOnce ? Ask(ask, interact, limit) : Granted(ask, limit), clock.Now);
    }

    public Answer<ContinueGrantResponse> Continue(ContinueGrant ask)
    {
        var interaction = Interactions.SingleOrDefault(i => i.ContinueToken.Equals(ask.Token) && i.ContinueUri == ask.Uri);
        if (interaction is null || interaction.Continued || interaction.Ref is not { } reference || !reference.Equals(ask.InteractRef)) return Refuse<ContinueGrantResponse>(401, "request_denied");
        if (clock.Now < interaction.Begun.AddSeconds(setting.ContinueWait ?? 0)) return Refuse<ContinueGrantResponse>(400, "too_fast");
        interaction.Continued = true;
        var body = new ContinueGrantResponse { AccessToken = Issue(interaction.Access, interaction.Limit), Continue = Continuation(interaction) };
        return new Answer<ContinueGrantResponse>.Body(body, clock.Now);
    }

    /// <summary>The payer agrees, if the interaction is still open.</summary>
    public bool Agree(Interaction interaction)
    {
        if (interaction.Ref is null && clock.Now < interaction.Begun.AddMinutes(10)) interaction.Ref = secrets.Make("ref");
        return interaction.Ref is not null;
    }

    /// <summary>What the payer agreed to, for a token that works; null for one that does not.</summary>
    public Token? Check(Secret token) => _tokens.GetValueOrDefault(token) is { } found && clock.Now < found.Issued.AddSeconds(setting.TokenLives) ? found : null;

    private GrantResponse.Granted Granted(RequestGrant ask, Amount? limit) => new()
    {
        AccessToken = Issue(ask.Access, limit),
        Continue = new Continue { Uri = new Uri(ask.AuthServer, "continue/0"), AccessToken = new ContinueAccessToken { Value = secrets.Make("continue") } },
    };

    private GrantResponse.InteractionRequired Ask(RequestGrant ask, InteractRequest interact, Amount? limit)
    {
        var made = new Interaction(
            new Uri(ask.AuthServer, $"interact/{secrets.Make("page").Reveal()}"), ask.AuthServer, interact.Finish!.Nonce, secrets.Make("finish"),
            new Uri(ask.AuthServer, $"continue/{Interactions.Count + 1}"), secrets.Make("continue"), ask.Access, limit, clock.Now);
        Interactions.Add(made);
        return new() { Interact = new InteractResponse { Redirect = made.Page, Finish = made.Finish }, Continue = Continuation(made) };
    }

    private Continue Continuation(Interaction of) => new() { Uri = of.ContinueUri, AccessToken = new ContinueAccessToken { Value = of.ContinueToken }, Wait = setting.ContinueWait };

    private AccessToken Issue(AccessItem access, Amount? limit)
    {
        var value = secrets.Make("token");
        _tokens.Add(value, new Token(clock.Now, limit));
        return new AccessToken { Value = value, Manage = new Uri("https://auth.example/token/1"), ExpiresIn = setting.TokenLives, Access = [access] };
    }

    private Answer<T>.Refused Refuse<T>(int status, string code) => new(new Refusal(status, code), clock.Now);

    /// <summary>An access token.</summary>
    public sealed record Token(DateTimeOffset Issued, Amount? Limit);

    /// <summary>An interaction, from the grant request to its continuation.</summary>
    public sealed record Interaction(
        Uri Page, Uri AuthServer, Secret Nonce, Secret Finish, Uri ContinueUri, Secret ContinueToken, AccessItem Access, Amount? Limit, DateTimeOffset Begun)
    {
        public Secret? Ref { get; set; }

        public bool Continued { get; set; }
    }
}
