using System.ComponentModel;
using System.Diagnostics;

namespace OpenPayments.SpecPrep;

/// <summary>Brings NSwag with <c>npm ci</c> when a build finds it missing.</summary>
public static class Fetch
{
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
            if (npm.ExitCode == 0 && File.Exists(wanted)) return 0;
            Console.Error.WriteLine($"SpecPrep : error OPGEN011: 'npm ci' in {root} ended with {npm.ExitCode} and {wanted} is still missing; its messages are above");
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("SpecPrep : error OPGEN010: the generator NSwag comes from npm, and npm is not there; install Node.js 20 or later (Debian: apt-get install nodejs npm) and build again");
        }
        return 1;
    }
}
