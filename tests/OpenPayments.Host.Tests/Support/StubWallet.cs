using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenPayments.Host.Tests.Support;

/// <summary>A wallet provider that checks nothing and counts what it is asked. It gives good answers up to the consent, except where a test says otherwise.</summary>
internal sealed class StubWallet : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private int _connections;

    private StubWallet()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        })));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>How it names itself in its answers; null: by the address that it listens at.</summary>
    public Uri? AnswersAs { get; set; }

    public Uri Alice => new(Url, "alice");

    public Uri Bob => new(Url, "bob");

    public int Connections => _connections;

    /// <summary>Method and path of every request, in the order that they came.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public static async Task<StubWallet> StartAsync()
    {
        var wallet = new StubWallet();
        await wallet._app.StartAsync();
        wallet.Url = new Uri(wallet._app.Urls.Single());
        return wallet;
    }

    /// <summary>Answers one question, such as <c>GET /alice</c>, as a test wants it.</summary>
    public void Answer(string question, RequestDelegate answer) => _answers[question] = answer;

    public void Answer(string question, string json) => Answer(question, StubAnswers.Json(json));

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync(); // nobody waits for an answer that never ends
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var question = $"{http.Request.Method} {http.Request.Path}";
        _asked.Enqueue(question);
        using var body = new StreamReader(http.Request.Body);
        var asked = await body.ReadToEndAsync(http.RequestAborted);
        await (_answers.GetValueOrDefault(question) ?? StubAnswers.Json(StubAnswers.Good(AnswersAs ?? Url, question, asked)))(http);
    }
}
