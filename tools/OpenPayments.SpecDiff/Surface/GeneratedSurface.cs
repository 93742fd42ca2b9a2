using System.Diagnostics;
using System.Runtime.Loader;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The public surface of the code that documents give: prepared, printed and compiled as the build does it.</summary>
public static class GeneratedSurface
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>Generates from documents, which are used up by it. Throws <see cref="SpecException"/> where they cannot be carried through to C#.</summary>
    public static string Of(List<SpecDocument> documents)
    {
        var json = Pipeline.Run(new SpecSet(Names.Load(Path.Combine(Places.Generation, "names.json"))) { Documents = documents }).ToJsonString();
        var folder = Directory.CreateTempSubdirectory("surface").FullName;
        try
        {
            var (input, code) = (Path.Combine(folder, "open-payments.json"), Path.Combine(folder, "OpenPayments.g.cs"));
            File.WriteAllText(input, json);
            Print(input, code);
            return Load(Compile(code, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string input, string code)
    {
        Dotnet(Places.Generation, Places.NSwag, "run", "nswag.json", $"/variables:Input={input},Output={code}");
    }

    private static string Compile(string code, string folder)
    {
        var (usings, assembly, pack) = (Path.Combine(folder, "Usings.cs"), Path.Combine(folder, "OpenPayments.Generated.dll"), Places.ReferencePack);
        File.WriteAllText(usings, Usings);
        string[] arguments =
        [
            "-nologo", "-target:library", "-nullable:enable", "-langversion:14", "-nowarn:1591", "-nostdlib", $"-out:{assembly}",
            .. Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Append(Places.Refit).Select(r => $"-r:{r}"),
            $"-analyzer:{Path.Combine(pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll")}",
            code, usings, .. Directory.GetFiles(Places.Runtime, "*.cs"),
        ];
        var response = Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(response, arguments.Select(a => $"\"{a}\""));
        Dotnet(folder, Places.Compiler, "-noconfig", $"@{response}");
        return assembly;
    }

    private static string Load(string assembly)
    {
        var context = new AssemblyLoadContext("surface", isCollectible: true);
        using var image = new MemoryStream(File.ReadAllBytes(assembly));
        var surface = Surface.Of(context.LoadFromStream(image));
        context.Unload();
        return surface;
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        start.Environment["NSWAG_NOVERSION"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new SpecDiffException($"the generated code does not compile: {output}{errors.Result}");
    }
}
