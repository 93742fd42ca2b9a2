using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Endpoints;

internal static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its store does too.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }

    internal sealed class StoreCheck(PaymentViews views) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                views.Probe();
                return Task.FromResult(HealthCheckResult.Healthy());
            }
            catch (Microsoft.Data.Sqlite.SqliteException e)
            {
                return Task.FromResult(HealthCheckResult.Unhealthy("The store does not answer.", e));
            }
        }
    }
}
