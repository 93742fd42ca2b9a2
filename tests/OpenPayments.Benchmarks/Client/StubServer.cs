using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenPayments.Benchmarks;

/// <summary>
/// Answers each request of a payment with ready-made bytes, and pays through a host when it is told to (<c>POST /drive</c>). Runs in
/// a process of its own, so that what it costs is not counted.
/// </summary>
internal static class StubServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        IReadOnlyDictionary<string, byte[]> answers = new Dictionary<string, byte[]>();
        StubPayer payer = null!;
        app.Run(context => context.Request.Path == "/drive" ? DriveAsync(context, payer) : AnswerAsync(context, answers, payer));
        await app.StartAsync();
        var address = new Uri(app.Urls.Single());
        answers = StubAnswers.At(address);
        using (payer = new StubPayer(address))
        {
            Console.WriteLine(address);
            await Console.In.ReadLineAsync(); // until the one who started it closes the pipe
        }
    }

    private static async Task AnswerAsync(HttpContext context, IReadOnlyDictionary<string, byte[]> answers, StubPayer payer)
    {
        using var question = new MemoryStream();
        await context.Request.Body.CopyToAsync(question);
        var interactive = context.Request.Path == "/grant" && question.GetBuffer().AsSpan(0, (int)question.Length).IndexOf("\"interact\":"u8) >= 0;
        payer.See(question.GetBuffer().AsMemory(0, (int)question.Length), interactive);
        var body = answers[$"{context.Request.Method} {context.Request.Path}{(interactive ? "/interactive" : "")}"];
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static async Task DriveAsync(HttpContext context, StubPayer payer)
    {
        var query = context.Request.Query;
        try
        {
            await payer.PayAsync(new Uri(query["host"].ToString()), query["key"].ToString(), int.Parse(query["payments"].ToString(), CultureInfo.InvariantCulture));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync(e.Message);
        }
    }
}
