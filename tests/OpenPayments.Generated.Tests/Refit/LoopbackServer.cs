using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenPayments.Generated.Tests;

/// <summary>A real server on loopback that answers every request in one way and remembers what it was sent.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackServer(WebApplication app) => _app = app;

    /// <summary>Ends when the first request is there.</summary>
    public Task Arrived => _arrived.Task;

    public List<Received> Requests { get; } = [];

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server._app.Run(async context =>
        {
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            using var reader = new StreamReader(context.Request.Body);
            var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            server.Requests.Add(new Received(context.Request.Method, target, headers, await reader.ReadToEndAsync()));
            server._arrived.TrySetResult();
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers with a status and a body.</summary>
    public static Task<LoopbackServer> StartAsync(int status, string body = "") => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
    });

    /// <summary>Never answers: it ends a request when the client gives up.</summary>
    public static Task<LoopbackServer> SilentAsync() => StartAsync(context =>
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    });

    public Uri Url(string target) => new(_app.Urls.Single() + target);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A request as it came over the wire.</summary>
internal sealed record Received(string Method, string Target, Dictionary<string, string> Headers, string Body);
