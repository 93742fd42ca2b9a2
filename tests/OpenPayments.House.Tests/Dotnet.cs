using System.Diagnostics;

namespace OpenPayments.House.Tests;

/// <summary>Runs the <c>dotnet</c> command.</summary>
internal static class Dotnet
{
    /// <summary>Fails with what the command printed when it does not end with 0.</summary>
    public static async Task Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // build servers that outlive the command would keep its output open
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var lines = (await output + await errors).Split('\n');
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{string.Join('\n', Telling(lines).Distinct().Take(25))}");
    }

    private static IEnumerable<string> Telling(string[] lines) => lines.Any(IsError) ? lines.Where(IsError) : lines;

    private static bool IsError(string line) => line.Contains("error", StringComparison.OrdinalIgnoreCase);
}
