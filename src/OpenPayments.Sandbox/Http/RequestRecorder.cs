namespace OpenPayments.Sandbox.Http;

/// <summary>Shows each request, as it came over the wire, to whoever asked for it in the options.</summary>
internal static class RequestRecorder
{
    public static void UseRecorder(this IApplicationBuilder app, SandboxOptions options)
    {
        if (options.OnRequest is not { } show) return;
        app.Use(async (http, next) =>
        {
            http.Request.EnableBuffering();
            show(await SignedRequest.ReadAsync(http));
            http.Request.Body.Position = 0;
            await next(http);
        });
    }
}
