namespace OpenPayments.Sandbox.Http;

/// <summary>Turns what was thrown on the way into the answer that the documents declare for it.</summary>
internal static class RefusalMiddleware
{
    public static void UseRefusals(this IApplicationBuilder app, Provider provider) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (RefusedException refused)
        {
            // RFC 9635 section 9.1: where to ask for what is missing
            if (refused.Status == 401) http.Response.Headers.WWWAuthenticate = $"GNAP as_uri=\"{provider.AuthServer.AbsoluteUri}\"";
            await Answer.Json(refused.Body, refused.Status).ExecuteAsync(http);
        }
    });
}
