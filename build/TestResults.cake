#nullable enable
using System.Xml.Linq;

/// <summary>Counts what the test reports (TRX) say. Whatever is missing, empty, skipped or cut short counts as failed.</summary>
class Tally
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private const int LongestStory = 30;

    private int passed, failed;

    /// <summary>Reads one project's report and tells at once what failed in it.</summary>
    public void Add(string project, string report, TestProgram run)
    {
        lock (this)
        {
            if (Read(report) is not { } root)
            {
                Broken(project, $"left no report: it {run.Ending}\n" + string.Join('\n', run.LastWords(20)));
                return;
            }
            var tests = root.Descendants(Trx + "UnitTestResult").ToList();
            var bad = tests.Where(test => Outcome(test) != "Passed").ToList();
            passed += tests.Count - bad.Count;
            Console.WriteLine($"{project,-36} {tests.Count - bad.Count,6} passed {bad.Count,4} failed {run.Took.TotalSeconds,6:0} s");
            foreach (var test in bad) Broken($"{project}: {test.Attribute("testName")!.Value}", Story(test));

            if (tests.Count == 0) Broken(project, "holds no test");
            // the run itself may fail with every finished test green: a crash, a fixture that could not be torn down
            else if (bad.Count == 0 && !run.Succeeded) Broken(project, $"{run.Ending}\n" + string.Join('\n', run.LastWords(20)));
        }
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

    /// <summary>Null where there is none, or half of one.</summary>
    private static XElement? Read(string report)
    {
        try
        {
            return XDocument.Load(report).Root;
        }
        catch (Exception e) when (e is System.IO.IOException or System.Xml.XmlException)
        {
            return null;
        }
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
