using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using OpenPayments.Client;
using OpenPayments.Host;

namespace OpenPayments.Benchmarks;

/// <summary>The host as it runs in production, settings and log levels included, in this process, with a database of its own on the disk.</summary>
internal sealed class BenchmarkedHost : IAsyncDisposable
{
    private const string ApiKey = "an-api-key-for-a-benchmark";

    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _stub;

    private BenchmarkedHost(DirectoryInfo folder, WebApplication app, HttpClient stub) => (_folder, _app, _stub) = (folder, app, stub);

    public static async Task<BenchmarkedHost> StartAsync(Uri stub)
    {
        var (folder, url) = (Directory.CreateTempSubdirectory("openpayments-benchmark-"), FreeUrl());
        var app = HostProgram.Build(["--contentRoot", AppContext.BaseDirectory, "--environment", "Production"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(Settings(folder, url, stub));
            builder.WebHost.UseUrls(url.AbsoluteUri);
        });
        await app.StartAsync();
        return new BenchmarkedHost(folder, app, new HttpClient { BaseAddress = stub });
    }

    /// <summary>Has the stub start payments here, one after the other, and bring each back from its consent.</summary>
    public async Task PayAsync(int payments)
    {
        using var answer = await _stub.PostAsync(QueryHelpers.AddQueryString("drive", new Dictionary<string, string?>
        {
            ["host"] = _app.Urls.Single(),
            ["key"] = ApiKey,
            ["payments"] = payments.ToString(CultureInfo.InvariantCulture),
        }), null);
        if (answer.StatusCode != HttpStatusCode.NoContent) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _stub.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, string?> Settings(DirectoryInfo folder, Uri url, Uri stub)
    {
        using var key = SigningKey.Generate("key-1");
        return new()
        {
            ["OpenPayments:ClientWalletAddress"] = new Uri(stub, "shop").AbsoluteUri,
            ["OpenPayments:KeyId"] = "key-1",
            ["OpenPayments:PrivateKeyPem"] = key.ToPem(),
            ["OpenPayments:PublicUrl"] = url.AbsoluteUri,
            ["OpenPayments:AllowLoopback"] = "true",
            ["OpenPayments:ApiKeys"] = ApiKey,
            ["OpenPayments:RequestsPerMinute"] = "1000000",
            ["ConnectionStrings:Payments"] = $"Data Source={Path.Combine(folder.FullName, "payments.db")}",
        };
    }

    private static Uri FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
