using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenPayments.Benchmarks;

/// <summary>Answers each request of a payment with ready-made bytes. Runs in a process of its own, so that what it costs is not counted.</summary>
internal static class StubServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        IReadOnlyDictionary<string, byte[]> answers = new Dictionary<string, byte[]>();
        app.Run(context => AnswerAsync(context, answers));
        await app.StartAsync();
        var address = new Uri(app.Urls.Single());
        answers = StubAnswers.At(address);
        Console.WriteLine(address);
        await Console.In.ReadLineAsync(); // until the one who started it closes the pipe
    }

    private static Task AnswerAsync(HttpContext context, IReadOnlyDictionary<string, byte[]> answers)
    {
        var body = answers[$"{context.Request.Method} {context.Request.Path}"];
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
