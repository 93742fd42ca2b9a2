using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Security;

internal static class SecurityHeaders
{
    /// <summary>The page uses nothing but its own files and its own API.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000";

    /// <summary>
    /// On every answer: payment ids and interaction results stand in URLs, so neither referrers nor caches may learn them. Written when
    /// an answer starts: what handles an exception throws away all headers that were written before.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, HostSettings settings)
    {
        // browsers remember it for the name: nothing that runs on a developer's machine may ask for that (RFC 6797 section 8.1)
        var overTls = settings.PublicUrl is { Scheme: "https", IsLoopback: false };
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Write(context.Response.Headers, overTls);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Write(IHeaderDictionary headers, bool overTls)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (overTls) headers.StrictTransportSecurity = OneYear;
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }
}
