using Microsoft.AspNetCore.HttpOverrides;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Security;

internal static class ForwardedFrom
{
    /// <summary>
    /// Believes <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> of the configured proxies and of nobody else, whatever the framework was
    /// told: a caller who may choose its own address has no rate limit. The host's name is never taken from a request.
    /// </summary>
    public static IServiceCollection AddForwardedHeaders(this IServiceCollection services, TrustedProxies proxies) =>
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // as many as there are proxies in a row: each must be one of them
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxies.Networks) options.KnownIPNetworks.Add(network);
        });
}
