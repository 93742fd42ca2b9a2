using System.Diagnostics;
using System.Reflection;

namespace OpenPayments.Generated.Tests;

/// <summary>Where things are, and how to run a program.</summary>
internal static class Repo
{
    public static string Root => Metadata("RepoRoot");

    public static string Generation => Path.Combine(Root, "src", "OpenPayments.Generated", "Generation");

    public static string NSwag => Metadata("NSwag");

    /// <summary>The newest reference assemblies of .NET 10.</summary>
    public static string ReferencePack => Directory.GetDirectories(Path.Combine(Metadata("Packs"), "Microsoft.NETCore.App.Ref"), "10.*").Order(StringComparer.Ordinal).Last();

    /// <summary>The documents inside an npm package, as it is installed; older ones have them a folder higher.</summary>
    public static string Published(string package)
    {
        var openapi = Path.Combine(Root, "node_modules", "@interledger", package, "dist", "openapi");
        Assert.True(Directory.Exists(openapi), $"{openapi} is not there: run npm ci in {Root}");
        return Directory.Exists(Path.Combine(openapi, "specs")) ? Path.Combine(openapi, "specs") : openapi;
    }

    /// <summary>Runs <c>dotnet</c> to its end and returns what it printed; fails the test when it fails.</summary>
    public static string Dotnet(string folder, params IEnumerable<string> arguments)
    {
        var (code, output) = TryDotnet(folder, arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    public static (int Code, string Output) TryDotnet(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        start.Environment["NSWAG_NOVERSION"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static string Metadata(string key) => typeof(Repo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
