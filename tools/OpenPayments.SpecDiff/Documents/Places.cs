using System.Reflection;

namespace OpenPayments.SpecDiff;

/// <summary>Where things lie in this repository and in the SDK that built this program.</summary>
internal static class Places
{
    public static string Root { get; } = Metadata("RepoRoot");

    public static string Own => Path.Combine(Root, "openapi");

    public static string Generation => Path.Combine(Root, "src", "OpenPayments.Generated", "Generation");

    public static string Runtime => Path.Combine(Root, "src", "OpenPayments.Generated", "Runtime");

    public static string Packages => Path.Combine(Root, "node_modules");

    public static string NSwag { get; } = Metadata("NSwag");

    public static string Refit { get; } = Metadata("Refit");

    public static string Compiler => Path.Combine(Metadata("Sdk"), "Roslyn", "bincore", "csc.dll");

    /// <summary>The newest reference assemblies of .NET 10.</summary>
    public static string ReferencePack => Directory.GetDirectories(Path.Combine(Metadata("Packs"), "Microsoft.NETCore.App.Ref"), "10.*").Order(StringComparer.Ordinal).Last();

    private static string Metadata(string key) => typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
