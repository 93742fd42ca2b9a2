using System.Diagnostics;
using System.Text.Json;

namespace OpenPayments.Interop.Tests;

/// <summary>Runs a script of <c>node/</c> with the pinned npm packages. A machine without node or the packages fails the test: silence would prove nothing.</summary>
internal static class NodeScript
{
    /// <summary>No measure of speed: a script that hangs is to fail its test, and not to hang it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs the script where it stands in the repository, so that it finds <c>node_modules</c>, and returns the JSON that it prints last.</summary>
    public static async Task<JsonElement> RunAsync(string script, string? input, params string[] arguments)
    {
        var root = RepositoryRoot();
        if (!Directory.Exists(Path.Combine(root, "node_modules", "@interledger", "open-payments"))) throw new InvalidOperationException($"node_modules is missing in {root}: run npm ci there.");
        var start = new ProcessStartInfo("node", [Path.Combine(root, "tests", "OpenPayments.Interop.Tests", "node", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        using var timeout = new CancellationTokenSource(Patience);
        await using var ended = timeout.Token.Register(() => process.Kill(entireProcessTree: true));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}:\n{await errors}\n{await output}");
        using var found = JsonDocument.Parse((await output).TrimEnd().Split('\n')[^1]);
        return found.RootElement.Clone();
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OpenPayments.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No OpenPayments.sln above {AppContext.BaseDirectory}.");
    }
}
