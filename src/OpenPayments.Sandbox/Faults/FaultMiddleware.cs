using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Faults;

/// <summary>Stands before everything that a provider serves and lets the faults happen. The sandbox's own controls are out of its reach.</summary>
internal static class FaultMiddleware
{
    private const int Pieces = 8;

    public static void UseFaults(this IApplicationBuilder app, Provider provider) => app.Use(async (http, next) =>
    {
        var faults = provider.World.Faults;
        if (faults.IsEmpty || http.Request.Path.StartsWithSegments("/sandbox")) await next(http);
        else if (faults.Take(provider.Name, http.Request, await RequestedOperations.OfAsync(http.Request)) is not { } trouble) await next(http);
        else await MeetAsync(trouble, http, next, provider.World.Options.Time);
    });

    private static async Task MeetAsync(Trouble trouble, HttpContext http, RequestDelegate next, TimeProvider time)
    {
        switch (trouble)
        {
            case Trouble.Reset(var afterEffect):
                if (afterEffect) await HandleAsync(http, next);
                http.Abort();
                break;
            case Trouble.Cut:
                var whole = await HandleAsync(http, next);
                // less than was declared: the server sends what there is and closes; an abort could overtake it
                http.Response.ContentLength = whole.Length;
                await WriteAsync(http, whole[..(whole.Length / 2)]);
                break;
            case Trouble.Delay(var by):
                await Task.Delay(by, http.RequestAborted);
                await next(http);
                break;
            case Trouble.TimePasses(var by):
                ((SandboxClock)time).Advance(by);
                await next(http);
                break;
            case Trouble.Reply reply:
                if (reply.AfterEffect) await HandleAsync(http, next);
                http.Response.Clear();
                await FaultReply.WriteAsync(http, reply);
                break;
            case Trouble.SlowBody(var over):
                var all = await HandleAsync(http, next);
                foreach (var piece in all.Chunk(1 + all.Length / Pieces))
                {
                    await WriteAsync(http, piece);
                    await Task.Delay(over / Pieces, http.RequestAborted);
                }
                break;
            case Trouble.DoubledBody:
                var once = await HandleAsync(http, next);
                await WriteAsync(http, [.. once, .. once]);
                break;
            case Trouble.Repeated:
                http.Request.EnableBuffering();
                await HandleAsync(http, next);
                http.Request.Body.Position = 0;
                http.Response.Clear();
                await next(http);
                break;
        }
    }

    /// <summary>Lets the request be handled with nobody listening: the status and the headers stand in the response, the body is returned.</summary>
    private static async Task<byte[]> HandleAsync(HttpContext http, RequestDelegate next)
    {
        var wire = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }
        return buffer.ToArray();
    }

    private static async Task WriteAsync(HttpContext http, byte[] bytes)
    {
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
