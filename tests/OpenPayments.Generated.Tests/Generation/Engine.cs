using System.Runtime.Loader;

namespace OpenPayments.Generated.Tests;

/// <summary>
/// NSwag as the build runs it, with the same nswag.json and templates, inside this process: the first run takes a second, each
/// further one some 60 ms. A test of the build itself runs the build.
/// </summary>
internal static class Engine
{
    private static readonly Lock One = new();
    private static readonly Lazy<Type> Document = new(Load);

    /// <summary>Prints a prepared document as C#.</summary>
    public static string Print(string json)
    {
        var folder = Directory.CreateTempSubdirectory("printed").FullName;
        try
        {
            var (input, output) = (Path.Combine(folder, "open-payments.json"), Path.Combine(folder, "OpenPayments.g.cs"));
            File.WriteAllText(input, json);
            lock (One)
            {
                var load = (Task)Document.Value.GetMethod("LoadWithTransformationsAsync")!.Invoke(null, [Path.Combine(Repo.Generation, "nswag.json"), $"Input={input},Output={output}"])!;
                load.GetAwaiter().GetResult();
                var document = load.GetType().GetProperty("Result")!.GetValue(load);
                ((Task)Document.Value.GetMethod("ExecuteAsync")!.Invoke(document, [])!).GetAwaiter().GetResult();
            }
            return File.ReadAllText(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Type Load()
    {
        Environment.SetEnvironmentVariable("NSWAG_NOVERSION", "1");
        var folder = Path.GetDirectoryName(Repo.NSwag)!;
        var context = new AssemblyLoadContext("NSwag");
        context.Resolving += (c, name) => Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file) ? c.LoadFromAssemblyPath(file) : null;
        return context.LoadFromAssemblyPath(Path.Combine(folder, "NSwag.Commands.dll")).GetType("NSwag.Commands.NSwagDocument")!;
    }
}
