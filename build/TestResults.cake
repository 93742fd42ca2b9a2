using System.Xml.Linq;

/// <summary>Counts what the test reports (TRX) say. Whatever is missing, empty, skipped or cut short counts as failed.</summary>
class Tally
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private const int LongestStory = 30;

    private int passed, failed;

    /// <summary>Reads one project's report and tells at once what failed in it.</summary>
    public void Add(string project, string report, string log, int exitCode)
    {
        if (!System.IO.File.Exists(report))
        {
            Broken(project, $"left no report (exit code {exitCode}):\n" + string.Join('\n', System.IO.File.ReadLines(log).TakeLast(20)));
            return;
        }

        var run = XDocument.Load(report).Root!;
        var tests = run.Descendants(Trx + "UnitTestResult").ToList();
        var bad = tests.Where(test => Outcome(test) != "Passed").ToList();
        passed += tests.Count - bad.Count;
        Console.WriteLine($"{project,-36} {tests.Count - bad.Count,6} passed {bad.Count,4} failed");
        foreach (var test in bad) Broken($"{project}: {test.Attribute("testName")!.Value}", Story(test));

        if (tests.Count == 0) Broken(project, "holds no test");
        // the run itself may fail with every finished test green: a crash, a hang, a fixture that could not be torn down
        else if (bad.Count == 0 && exitCode != 0)
            Broken(project, $"ended with exit code {exitCode}: " + string.Join('\n', run.Descendants(Trx + "RunInfo").Select(info => info.Value.Trim())));
    }

    /// <summary>One more failure, and why.</summary>
    public void Broken(string what, string why)
    {
        failed++;
        Console.WriteLine($"FAILED {what}\n  {string.Join("\n  ", why.ReplaceLineEndings("\n").Split('\n').Take(LongestStory))}\n");
    }

    /// <summary>Says the last word and ends the process: non-zero when anything failed.</summary>
    public void Close(string target)
    {
        if (target.Equals("Test", StringComparison.OrdinalIgnoreCase) && passed + failed > 0) Console.WriteLine($"{passed} passed, {failed} failed");
        System.Environment.Exit(failed == 0 ? 0 : 1);
    }

    private static string Outcome(XElement test) => test.Attribute("outcome")?.Value ?? "without an outcome";

    private static string Story(XElement test)
    {
        var error = test.Descendants(Trx + "ErrorInfo").FirstOrDefault();
        if (Outcome(test) == "NotExecuted") return $"was skipped, which no test may be: {error?.Element(Trx + "Message")?.Value}";
        if (error is null) return Outcome(test);
        var stack = (error.Element(Trx + "StackTrace")?.Value ?? "").Split('\n').Where(line => line.Contains(" in ")).Take(6);
        return string.Join('\n', stack.Prepend(error.Element(Trx + "Message")?.Value ?? "failed without a message"));
    }
}
