using System.Numerics;
using System.Text.Json.Nodes;
using OpenPayments.Sandbox;
using Xunit;

namespace OpenPayments.Faults.Tests;

/// <summary>
/// The host is killed at each of a payment's requests, once before the wallet has acted on it and once after, and started again.
/// Nothing here is a stand-in: the host is a process that gets SIGKILL, the wallets are servers, the database is a file.
/// </summary>
public sealed class CrashTests
{
    private const int AtOnce = 4;

    /// <summary>Its answer holds the token and is given once: a host that dies with it has lost it, and the payer is asked once more.</summary>
    private const string GivenOnce = "continuation";

    [Fact]
    public async Task A_host_killed_at_any_request_pays_once_and_asks_the_payer_again_only_where_the_consent_was_lost()
    {
        var points = from step in GuideStep.All from acts in new[] { false, true } select (step, acts);
        var stories = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (point, _) =>
        {
            var wrong = await KillAtAsync(point.step, point.acts);
            if (wrong is not null) stories.Add($"killed at the {point.step}, which the wallet {(point.acts ? "had" : "had not")} acted on: {wrong}");
        });
        Assert.True(stories.IsEmpty, string.Join(Environment.NewLine, stories.Order()));
    }

    [Fact]
    public async Task A_host_asked_to_stop_waits_for_the_answer_that_is_on_its_way()
    {
        var restarted = new TaskCompletionSource();
        HostProcess? host = null;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Around = async (http, next) =>
            {
                if (restarted.Task.IsCompleted || await GuideStep.OfAsync(http) != GivenOnce)
                {
                    await next(http);
                    return;
                }
                var stop = host!.StopAsync();
                await host.ClosedAsync(); // it is stopping, and the wallet is still at it
                await next(http);
                _ = RestartAsync(stop);
            },
        });

        async Task RestartAsync(Task stop)
        {
            await stop;
            await host!.StartAsync();
            restarted.SetResult();
        }

        await using (host = new HostProcess(sandbox, "stopped"))
        {
            await host.StartAsync();
            var shop = new Shop(sandbox, host);
            var before = sandbox.Balance(shop.Bob);
            var started = await shop.OrderAsync();
            await shop.AgreeAsync(started);
            await restarted.Task;
            var end = await shop.AwaitEndAsync(started);
            Assert.Equal("completed", (string?)end["status"]);
            Assert.Equal(before + 1000, sandbox.Balance(shop.Bob));
        }
    }

    private static async Task<string?> KillAtAsync(string step, bool acts)
    {
        Task? restarting = null;
        HostProcess? host = null;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Around = async (http, next) =>
            {
                if (restarting is not null || await GuideStep.OfAsync(http) != step)
                {
                    await next(http);
                    return;
                }
                restarting = host!.KillAndStartAsync();
                if (acts) await next(http);
                else http.Abort();
            },
        });
        await using (host = new HostProcess(sandbox, $"killed-{Array.IndexOf(GuideStep.All, step)}-{(acts ? "after" : "before")}"))
        {
            await host.StartAsync();
            var shop = new Shop(sandbox, host);
            var before = sandbox.Balance(shop.Bob);
            var started = await shop.OrderAsync();
            await shop.AgreeAsync(started);
            var end = await shop.AwaitEndAsync(started);
            if (restarting is null) return "the payment made no such request";
            await restarting;
            if (shop.AgreedAgain != (acts && step == GivenOnce ? 1 : 0)) return $"the payer was asked again {shop.AgreedAgain} times";
            return Judge(end, sandbox.Balance(shop.Bob) - before) ?? (sandbox.Ledger.Audit() is { InOrder: false } audit ? audit.ToString() : null);
        }
    }

    private static string? Judge(JsonNode end, BigInteger received) => ((string?)end["status"], (int)received) is ("completed", 1000)
        ? null
        : $"it ended as {end["status"]} with {received} received: {end["reason"]}";
}
