using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>Says whether our documents are behind the newest published ones, and in what.</summary>
public static class CheckCommand
{
    /// <summary>The exit code where something differs and <c>--fail-on=behind</c> asks for it.</summary>
    public const int Behind = 2;

    /// <summary>Runs it and returns the exit code.</summary>
    public static int Run(string own, bool failOnBehind, INpm npm, TextWriter output)
    {
        var scratch = Directory.CreateTempSubdirectory("spec-check").FullName;
        try
        {
            var (version, newest, folder) = Newest(npm, scratch, output);
            var differences = Differences(own, folder).ToList();
            var whose = newest ? $"the newest published documents, those of {Published.Package} {version}" : $"the documents of {Published.Package} {version}, which package.json pins";
            if (differences.Count == 0)
            {
                output.WriteLine($"{own} says the same as {whose}.{(newest ? " We are not behind." : "")}");
                return 0;
            }
            output.WriteLine($"{own} differs from {whose}, in {differences.Count} {(differences.Count == 1 ? "place" : "places")}. What is missing here, we are behind in:\n");
            foreach (var difference in differences) output.WriteLine("- " + difference);
            output.WriteLine($"\nWhat that breaks, and for whom: ./build.sh --target=Spec-Diff --from={own} --to=npm:{version}");
            return failOnBehind ? Behind : 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>The newest that npm knows; the pinned one, where npm cannot be asked.</summary>
    private static (string Version, bool Newest, string Folder) Newest(INpm npm, string scratch, TextWriter output)
    {
        var (done, said) = npm.Run("view", Published.Package, "version");
        try
        {
            if (done) return (said, true, Published.Folder(said, npm, scratch));
        }
        catch (SpecDiffException e)
        {
            said = e.Message;
        }
        output.WriteLine($"The newest version could not be had ({said}), so whether there is a newer one is not known. Compared instead with what is installed here.");
        return (Published.Pinned, false, Published.Folder(Published.Pinned, npm, scratch));
    }

    private static IEnumerable<string> Differences(string own, string published)
    {
        var (ours, theirs) = (DocumentsIn(own), DocumentsIn(published));
        foreach (var name in ours.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal))
        {
            if (!ours.TryGetValue(name, out var mine)) yield return $"{name}: missing here";
            else if (!theirs.TryGetValue(name, out var other)) yield return $"{name}: not published";
            else foreach (var difference in Structure.Differences(mine, other)) yield return $"{name} {difference}";
        }
    }

    private static Dictionary<string, JsonObject> DocumentsIn(string folder) => Directory.GetFiles(folder, "*.yaml")
        .ToDictionary(f => Path.GetFileName(f)!, Yaml.Load).Where(file => !Files.IsArazzo(file.Value)).ToDictionary();
}
