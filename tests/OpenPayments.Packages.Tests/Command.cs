using System.Diagnostics;

namespace OpenPayments.Packages.Tests;

/// <summary>Runs <c>dotnet</c>, each command in a folder that it has for itself.</summary>
internal static class Command
{
    /// <summary>What it printed; fails the test when it does not end with 0.</summary>
    public static async Task<string> DotnetAsync(string folder, string packages, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // build servers that outlive the command would keep its output open
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["NUGET_PACKAGES"] = packages;
        // a cache that starts empty is filled by downloads: what NuGet remembers of earlier ones must not stand in for them
        if (packages != Repo.PackageCache) start.Environment["NUGET_HTTP_CACHE_PATH"] = Path.Combine(packages, ".http");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{string.Join('\n', output.Split('\n').Distinct().Take(40))}");
        return output;
    }
}
