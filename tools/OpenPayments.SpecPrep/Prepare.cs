using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenPayments.SpecPrep;

/// <summary>The command that the build runs: documents in, one document out, errors in MSBuild's form.</summary>
public static class Prepare
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs the pipeline; <paramref name="rest"/> is documents and switches. Returns the exit code.</summary>
    public static int Run(string output, string namesFile, IReadOnlyList<string> rest)
    {
        try
        {
            var names = Names.Load(namesFile);
            var documents = rest.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).Select(SpecDocument.Load);
            var text = Pipeline.Run(new SpecSet(names) { Documents = [.. documents] }).ToJsonString(Indented) + "\n";
            var slips = rest.Contains("--strict-names") ? names.Unused().ToList() : [];
            foreach (var slip in slips) Console.Error.WriteLine($"{namesFile}(1,1): error OPGEN002: '{slip}' names nothing in these documents; remove it or correct it");
            if (slips.Count > 0) return 1;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            // left untouched when nothing changed, so that NSwag need not run
            if (!File.Exists(output) || File.ReadAllText(output) != text) File.WriteAllText(output, text);
            return 0;
        }
        catch (SpecException e)
        {
            Console.Error.WriteLine(e.Diagnostic);
            return 1;
        }
    }
}
