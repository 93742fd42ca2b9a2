using System.Diagnostics;
using System.Numerics;
using OpenPayments.Client;
using OpenPayments.Sandbox;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Packages.Tests;

/// <summary>Lets a published program pay ten dollars from Alice to Bob, and agrees to it in her place.</summary>
internal static class Payer
{
    /// <summary>No measure of speed: a program that hangs is to fail its test, and not to hang it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What the program printed last, and how much more Bob then had, in cents.</summary>
    public static async Task<(string? Said, BigInteger Received)> PayAsync(string program)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        using var key = SigningKey.Generate("key-1");
        var client = sandbox.RegisterClient("shop", key.PublicJwk());
        var (alice, bob) = (new Uri(sandbox.Cloudnine, "/accounts/alice"), new Uri(sandbox.Happylife, "/accounts/bob"));
        var before = sandbox.Balance(bob);

        var start = new ProcessStartInfo(program, [alice.AbsoluteUri, bob.AbsoluteUri, client.AbsoluteUri, key.KeyId]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PRIVATE_KEY"] = key.ToPem();
        // it has a runtime of its own
        start.Environment["DOTNET_ROOT"] = "/nowhere";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var ended = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync();

        // first where the payer is to go, then how it ended
        var said = await process.StandardOutput.ReadLineAsync();
        if (Uri.TryCreate(said, UriKind.Absolute, out var redirect))
        {
            await process.StandardInput.WriteLineAsync((await ConsentBrowser.ApproveAsync(redirect)).AbsoluteUri);
            said = await process.StandardOutput.ReadLineAsync();
        }
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {said}\n{await errors}");
        return (said, sandbox.Balance(bob) - before);
    }
}
