using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Security;

/// <summary>Knows a caller by <c>Authorization: Bearer &lt;API key&gt;</c> (RFC 6750 section 2.1).</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Policy = "start payments";
    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return Task.FromResult(AuthenticateResult.NoResult());
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || keys.CallerOf(header[Prefix.Length..].Trim()) is not { } caller)
            return Task.FromResult(AuthenticateResult.Fail("The API key is not one of this host's."));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }

    /// <summary>RFC 6750 section 3: no <c>error</c> where nothing was presented.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer realm=\"payments\"" : "Bearer realm=\"payments\", error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
