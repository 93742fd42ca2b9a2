using System.ComponentModel;
using System.Diagnostics;

namespace OpenPayments.SpecPrep;

/// <summary>Brings NSwag with <c>npm ci</c> when a build finds it missing.</summary>
public static class Fetch
{
    // the targets turn these into OPGEN010 and OPGEN011
    private const int NpmMissing = 10;
    private const int NpmFailed = 11;

    /// <summary>Runs npm in <paramref name="root"/> unless <paramref name="wanted"/> is there by then. Returns the exit code.</summary>
    public static int Run(string root, string wanted)
    {
        // several projects may be built at once: the first one fetches, the others find it done
        using var only = new Mutex(initiallyOwned: false, "Global\\OpenPayments.SpecPrep.Fetch");
        try
        {
            only.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // a build was stopped halfway; npm ci begins afresh anyway
        }
        try
        {
            return File.Exists(wanted) ? 0 : Npm(root, wanted);
        }
        finally
        {
            only.ReleaseMutex();
        }
    }

    private static int Npm(string root, string wanted)
    {
        Console.WriteLine($"Fetching NSwag: npm ci --ignore-scripts in {root}");
        try
        {
            var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = root };
            using var npm = Process.Start(start)!;
            npm.WaitForExit();
            return npm.ExitCode == 0 && File.Exists(wanted) ? 0 : NpmFailed;
        }
        catch (Win32Exception)
        {
            return NpmMissing;
        }
    }
}
