using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using OpenPayments.Client;
using OpenPayments.Sandbox;

namespace OpenPayments.Faults.Tests;

/// <summary>The payment host as a process of its own, on a port that stays the same from one start to the next, so that it can be killed and come back.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>No measure of speed: a host that never becomes ready is to fail its test, and not to hang it.</summary>
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(5);

    private static int _port = 20_000 + Environment.ProcessId % 10_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openpayments-faults-");
    private readonly string _database;
    private readonly Dictionary<string, string> _settings;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });
    private readonly ConcurrentQueue<string> _errors = [];
    private Process? _process;
    private Task _restart = Task.CompletedTask;
    private bool _over;

    public HostProcess(SandboxServer sandbox, string name)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort()}/");
        _database = $"Data Source={Path.Combine(_folder.FullName, "payments.db")};Pooling=False";
        using var key = SigningKey.Generate("faults-key");
        var pem = Path.Combine(_folder.FullName, "key.pem");
        File.WriteAllText(pem, key.ToPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(pem, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Url.AbsoluteUri,
            ["Logging__LogLevel__Default"] = "Warning",
            ["OpenPayments__PublicUrl"] = Url.AbsoluteUri,
            ["OpenPayments__ClientWalletAddress"] = sandbox.RegisterClient(name, key.PublicJwk()).AbsoluteUri,
            ["OpenPayments__KeyId"] = key.KeyId,
            ["OpenPayments__PrivateKeyFile"] = pem,
            ["OpenPayments__AllowLoopback"] = "true",
            // longer than any machine takes: nothing times out, and the lease of a killed host runs out when the test says so
            ["OpenPayments__Lease"] = "00:10:00",
            ["OpenPayments__RequestTimeout"] = "00:05:00",
            ["ConnectionStrings__Payments"] = _database,
        };
    }

    public Uri Url { get; }

    public HttpClient Http => _http;

    public async Task StartAsync()
    {
        if (_over) return; // the test has failed meanwhile: a host that is started now would be left behind
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OpenPayments.Host.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        _process = process;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_over) return;
            if (process.HasExited) throw new InvalidOperationException($"The host ended with {process.ExitCode} while it was starting: {string.Join(" ", _errors)}");
            if (watch.Elapsed > StartsWithin) throw new TimeoutException("The host does not become ready.");
            await Task.Delay(100);
        }
    }

    /// <summary>
    /// Ends it as the kernel does when memory is short, with no warning and nothing tidied up, and starts it again after its leases
    /// have run out.
    /// </summary>
    public Task KillAndStartAsync() => _restart = RestartAsync();

    private async Task RestartAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        await LetLeasesRunOutAsync();
        await StartAsync();
    }

    /// <summary>As an operator does it: asks the process to stop and waits until it has.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    /// <summary>Returns when it takes no more connections.</summary>
    public async Task ClosedAsync()
    {
        while (true)
        {
            try
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync(IPAddress.Loopback, Url.Port);
            }
            catch (SocketException)
            {
                return;
            }
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _over = true;
        await _restart.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_process is { HasExited: false }) _process.Kill();
        if (_process is not null) await _process.WaitForExitAsync();
        _process?.Dispose();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>What ten minutes of waiting would do: what the dead host had in its hand is free.</summary>
    private async Task LetLeasesRunOutAsync()
    {
        await using var connection = new SqliteConnection(_database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE payments SET leased_until = 0, due_at = min(due_at, @now) WHERE leased_until > @now";
        command.Parameters.AddWithValue("@now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Url, "health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Below the range from which the kernel takes ports for outgoing connections: one of those could hold it while the host is dead.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _port);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // somebody else's: the next one
            }
        }
    }
}
