#nullable enable
using System.Diagnostics;

/// <summary>A test program that ran: how it ended, and all that it said, on its standard output and its standard error.</summary>
class TestProgram
{
    public string Ending { get; private set; } = "";

    public bool Succeeded { get; private set; }

    public List<string> Said { get; } = new();

    public TimeSpan Took { get; private set; }

    /// <summary>Runs it to its end, or ends it when it takes longer than it may.</summary>
    public static TestProgram Run(string program, string arguments, string log, TimeSpan longest)
    {
        var (run, watch) = (new TestProgram(), Stopwatch.StartNew());
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.OutputDataReceived += (_, line) => run.Hear(line.Data);
            process.ErrorDataReceived += (_, line) => run.Hear(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(longest)) run.Ending = $"ended with exit code {process.ExitCode}";
            else
            {
                process.Kill(entireProcessTree: true);
                run.Ending = $"was still running after {longest.TotalMinutes:0.#} minutes";
            }
            var hushed = Hush(process);
            if (!hushed) run.Ending += ", and a process that it started is still there";
            run.Succeeded = hushed && process.ExitCode == 0;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            run.Ending = $"could not be started: {e.Message}";
        }
        run.Took = watch.Elapsed;
        lock (run.Said) System.IO.File.WriteAllLines(log, run.Said);
        return run;
    }

    /// <summary>The tests that had begun and not ended when it did, then its last words.</summary>
    public IEnumerable<string> LastWords(int lines)
    {
        lock (Said)
        {
            var running = new List<string>();
            foreach (var line in Said.Select(line => line.Trim()))
            {
                if (line.EndsWith(" [STARTING]", StringComparison.Ordinal)) running.Add(line[..^" [STARTING]".Length]);
                else if (line.IndexOf(" [FINISHED]", StringComparison.Ordinal) is > 0 and var end) running.Remove(line[..end]);
            }
            return running.Take(8).Select(test => $"was running: {test}")
                .Concat(Said.Where(line => !line.Contains(" [STARTING]") && !line.Contains(" [FINISHED]")).TakeLast(lines)).ToList();
        }
    }

    /// <summary>Waits until all that it said is heard; not for ever, as a process that it left behind may hold its output open.</summary>
    private static bool Hush(Process process)
    {
        using var patience = new System.Threading.CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            process.WaitForExitAsync(patience.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (Said) Said.Add(line);
    }
}
