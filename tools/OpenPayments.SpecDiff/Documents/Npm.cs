using System.ComponentModel;
using System.Diagnostics;

namespace OpenPayments.SpecDiff;

/// <summary>npm's own client: it knows where packages come from, and nothing here does.</summary>
public interface INpm
{
    /// <summary>Runs npm and returns what it printed; what it complained about, where it failed.</summary>
    (bool Done, string Said) Run(params string[] arguments);
}

/// <summary>The client that is installed.</summary>
public sealed class Npm : INpm
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public (bool Done, string Said) Run(params string[] arguments)
    {
        // no second try: without a network the answer is wanted now
        string[] all = [.. arguments, "--loglevel=error", "--fetch-retries=0"];
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var npm = Process.Start(start)!;
            var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            if (!npm.WaitForExit(Patience))
            {
                npm.Kill(entireProcessTree: true);
                return (false, $"npm did not answer within {Patience.TotalMinutes} minutes");
            }
            return npm.ExitCode == 0 ? (true, output.Result.Trim()) : (false, FirstLine(errors.Result));
        }
        catch (Win32Exception)
        {
            return (false, "npm is not installed");
        }
    }

    private static string FirstLine(string text) => text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "npm failed and said nothing";
}
