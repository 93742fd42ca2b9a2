namespace OpenPayments.SpecDiff;

/// <summary>Prints what changed from one set of documents to another.</summary>
public static class DiffCommand
{
    /// <summary>The exit code of a breaking change, where <c>--fail-on=breaking</c> asks for it.</summary>
    public const int Breaking = 2;

    /// <summary>Runs it and returns the exit code.</summary>
    public static int Run(string from, string to, bool failOnBreaking, INpm npm, TextWriter output)
    {
        var scratch = Directory.CreateTempSubdirectory("spec-diff").FullName;
        try
        {
            var (before, after) = (DocumentSet.Find(from, npm, scratch), DocumentSet.Find(to, npm, scratch));
            var comparison = Comparison.Of(before.Read(), after.Read());
            var surface = SurfaceResult.Of(before, after);
            output.Write(Report.Of(from, to, comparison, surface));
            return failOnBreaking && Report.IsBreaking(comparison, surface) ? Breaking : 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
