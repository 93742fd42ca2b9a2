using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>Documents to C# as the build does it, without the build: SpecPrep, NSwag, the templates.</summary>
internal static class Printed
{
    /// <summary>Prints a folder of documents into <paramref name="output"/> and returns the C# file.</summary>
    public static string Code(string documents, string output, params string[] switches)
    {
        var json = Path.Combine(output, "open-payments.json");
        var code = Path.Combine(output, "OpenPayments.g.cs");
        var names = Path.Combine(Repo.Generation, "names.json");
        Assert.Equal(0, Prepare.Run(json, names, [.. Directory.GetFiles(documents, "*.yaml").Order(StringComparer.Ordinal), .. switches]));
        Repo.Dotnet(Repo.Generation, Repo.NSwag, "run", "nswag.json", $"/variables:Input={json},Output={code}");
        return code;
    }

    /// <summary>Compiles what was printed, with the runtime part and the JSON source generator, warnings as errors.</summary>
    public static string Compile(string code, string output)
    {
        var usings = Path.Combine(output, "Usings.cs");
        File.WriteAllText(usings, string.Join('\n', "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks").Insert(0, "global using ").Replace("\n", ";\nglobal using ", StringComparison.Ordinal) + ";\n");
        var assembly = Path.Combine(output, "OpenPayments.Generated.dll");
        var pack = Repo.ReferencePack;
        string[] arguments =
        [
            "-nologo", "-target:library", "-nullable:enable", "-langversion:14", "-warnaserror", "-nostdlib", "-deterministic", $"-doc:{Path.Combine(output, "doc.xml")}", $"-out:{assembly}",
            .. Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Select(r => $"-r:{r}"),
            $"-analyzer:{Path.Combine(pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll")}",
            code, usings, .. Directory.GetFiles(Path.Combine(Repo.Root, "src", "OpenPayments.Generated", "Runtime"), "*.cs"),
        ];
        var response = Path.Combine(output, "csc.rsp");
        File.WriteAllLines(response, arguments.Select(a => $"\"{a}\""));
        Repo.Dotnet(output, Repo.Compiler, "-noconfig", $"@{response}");
        return assembly;
    }
}
