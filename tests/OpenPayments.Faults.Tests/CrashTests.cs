using System.Numerics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpenPayments.Sandbox;
using Xunit;

namespace OpenPayments.Faults.Tests;

/// <summary>
/// The host is killed at each of a payment's requests, once before the wallet has acted on it and once after, and started again.
/// Nothing here is a stand-in: the host is a process that gets SIGKILL, the wallets are servers, the database is a file.
/// </summary>
public sealed class CrashTests
{
    private const int Requests = 11;
    private const int AtOnce = 4;

    /// <summary>The continuation: its answer holds the token and is given once, so a host that dies there has lost it.</summary>
    private const int Continuation = 8;

    [Fact]
    public async Task A_host_killed_at_any_request_pays_once_or_says_truly_that_it_did_not()
    {
        var points = from request in Enumerable.Range(1, Requests) from acts in new[] { false, true } select (request, acts);
        var stories = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (point, _) =>
        {
            var wrong = await KillAtAsync(point.request, point.acts);
            if (wrong is not null) stories.Add($"killed at request {point.request}, which the wallet {(point.acts ? "had" : "had not")} acted on: {wrong}");
        });
        Assert.True(stories.IsEmpty, string.Join(Environment.NewLine, stories.Order()));
    }

    [Fact]
    public async Task A_host_asked_to_stop_waits_for_the_answer_that_is_on_its_way()
    {
        var stopping = new TaskCompletionSource();
        var counter = 0;
        HostProcess? host = null;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Around = async (http, next) =>
            {
                if (IsFromHost(http) && Interlocked.Increment(ref counter) == Continuation)
                {
                    var stop = host!.StopAsync();
                    await Task.Delay(500); // the signal arrives while the wallet is still at it
                    await next(http);
                    _ = stop.ContinueWith(_ => stopping.SetResult(), TaskScheduler.Default);
                    return;
                }
                await next(http);
            },
        });
        await using (host = new HostProcess(sandbox, "stopped"))
        {
            await host.StartAsync();
            var shop = new Shop(sandbox, host);
            var before = sandbox.Balance(shop.Bob);
            var started = await shop.OrderAsync();
            var agreeing = shop.AgreeAsync(started);
            await stopping.Task;
            await host.StartAsync();
            await agreeing;
            var end = await shop.AwaitEndAsync(started);
            Assert.Equal("completed", (string?)end["status"]);
            Assert.Equal(before + 1000, sandbox.Balance(shop.Bob));
        }
    }

    private static async Task<string?> KillAtAsync(int request, bool acts)
    {
        var counter = 0;
        var restarting = Task.CompletedTask;
        HostProcess? host = null;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Around = async (http, next) =>
            {
                if (!IsFromHost(http) || Interlocked.Increment(ref counter) != request)
                {
                    await next(http);
                    return;
                }
                host!.Kill();
                if (acts) await next(http);
                else http.Abort();
                restarting = host.StartAsync();
            },
        });
        await using (host = new HostProcess(sandbox, $"killed-{request}-{(acts ? "after" : "before")}"))
        {
            await host.StartAsync();
            var shop = new Shop(sandbox, host);
            var before = sandbox.Balance(shop.Bob);
            var started = await shop.OrderAsync();
            await shop.AgreeAsync(started);
            var end = await shop.AwaitEndAsync(started);
            await restarting;
            if (counter < request) return $"the payment made {counter} requests only";
            return Judge(end, sandbox.Balance(shop.Bob) - before, mayFail: request == Continuation) ?? (sandbox.Ledger.Audit() is { InOrder: false } audit ? audit.ToString() : null);
        }
    }

    private static string? Judge(JsonNode end, BigInteger received, bool mayFail) => ((string?)end["status"], (int)received) switch
    {
        ("completed", 1000) => null,
        ("failed", 0) when mayFail => null,
        var (status, amount) => $"it ended as {status} with {amount} received: {end["reason"]}",
    };

    /// <summary>A provider also asks the other for the client's keys; that is not the host.</summary>
    private static bool IsFromHost(HttpContext http) =>
        !http.Request.Path.Value!.EndsWith("/jwks.json", StringComparison.Ordinal) && !http.Request.Path.Value.Contains("/interact", StringComparison.Ordinal);
}
