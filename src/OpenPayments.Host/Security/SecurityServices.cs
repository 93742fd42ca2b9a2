using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Problems;

namespace OpenPayments.Host.Security;

internal static class SecurityServices
{
    /// <summary>Who may start payments, and how many in a minute. In Development anyone may.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services, HostSettings settings, IHostEnvironment environment)
    {
        services.AddSingleton(settings.ApiKeys);
        services.AddAuthentication(ApiKeyAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().AddPolicy(ApiKeyAuthentication.Policy, policy =>
        {
            if (environment.IsDevelopment()) policy.RequireAssertion(_ => true);
            else policy.RequireAuthenticatedUser();
        });
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TooManyRequests.WriteAsync;
            // a caller is known by its key; strangers, those who try keys out among them, by their address
            limiter.AddPolicy(ApiKeyAuthentication.Policy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.Identity?.Name ?? $"address {context.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        });
    }

    /// <summary>The name that a caller's idempotency keys belong to.</summary>
    public static string CallerName(this HttpContext context) => context.User.Identity?.Name ?? "anyone";
}
