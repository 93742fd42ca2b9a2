using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenPayments.Client;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Tests.Support;

/// <summary>A host on a loopback port of its own, with a key, a database and settings that a test may change.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    /// <summary>Below the ports that the kernel takes for outgoing connections: one of those could come before the host.</summary>
    private static int _port = 10_000 + (System.Environment.ProcessId % 9_000);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _leaping = Task.CompletedTask;

    private RunningHost(WebApplication app, Uri url, LogLines log, LeapingTime? time)
    {
        (App, Url, Log) = (app, url, log);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        Http = new HttpClient(handler) { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        if (time is not null) _leaping = Task.Run(() => time.FollowAsync(() => Get<PaymentStore>().NextDue(), _stopping.Token));
    }

    public WebApplication App { get; }

    public Uri Url { get; }

    public LogLines Log { get; }

    public HttpClient Http { get; }

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public static async Task<RunningHost> StartAsync(TemporaryFolder folder, HostSetup? setup = null)
    {
        var log = new LogLines();
        var url = FreeUrl();
        var app = Build(folder, setup ?? new HostSetup(), url, log);
        await app.StartAsync();
        return new RunningHost(app, url, log, setup?.Time as LeapingTime);
    }

    /// <summary>Builds without starting; throws what a wrong setting throws.</summary>
    public static WebApplication Build(TemporaryFolder folder, HostSetup setup, Uri url, LogLines log) => HostProgram.Build([], builder =>
    {
        builder.Environment.EnvironmentName = setup.Environment;
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Settings(folder, url)).AddInMemoryCollection(setup.Settings);
        builder.WebHost.UseUrls(url.AbsoluteUri);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        if (setup.Time is { } time) builder.Services.AddSingleton(time);
        if (setup.Resolve is { } resolve) builder.Services.AddSingleton(services => new OpenPaymentsClient(OpenPaymentsHttpClient.Create(
            services.GetRequiredService<IOptions<OpenPaymentsOptions>>().Value, services.GetRequiredService<SigningKey>(), services.GetRequiredService<UrlPolicy>(), services.GetRequiredService<TimeProvider>(), resolve)));
    });

    public static Uri FreeUrl()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _port);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return new Uri($"http://127.0.0.1:{port}/");
            }
            catch (SocketException)
            {
                // somebody else's: the next one
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _leaping;
        _stopping.Dispose();
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(TemporaryFolder folder, Uri url)
    {
        using var key = SigningKey.Generate("host-key");
        return new()
        {
            ["OpenPayments:ClientWalletAddress"] = "http://127.0.0.1:9/client",
            ["OpenPayments:KeyId"] = "host-key",
            ["OpenPayments:PrivateKeyPem"] = key.ToPem(),
            ["OpenPayments:PublicUrl"] = url.AbsoluteUri,
            ["OpenPayments:AllowLoopback"] = "true",
            ["OpenPayments:RequestsPerMinute"] = "10000",
            ["OpenPayments:Lease"] = "00:10:00",
            ["ConnectionStrings:Payments"] = $"Data Source={folder.File("payments.db")}",
        };
    }
}

/// <summary>What a test changes about a host.</summary>
internal sealed record HostSetup
{
    public string Environment { get; init; } = Environments.Development;

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Wallets are waited for by the system's clock: with this, nothing times out for a slow machine.</summary>
    public static readonly KeyValuePair<string, string?> Patience = new("OpenPayments:RequestTimeout", "00:05:00");

    public TimeProvider? Time { get; init; }

    /// <summary>Where names lead to, in place of the system's own answer.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolve { get; init; }
}
