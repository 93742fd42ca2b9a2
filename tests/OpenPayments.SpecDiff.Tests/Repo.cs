using System.Reflection;

namespace OpenPayments.SpecDiff.Tests;

/// <summary>Where things are.</summary>
internal static class Repo
{
    public static string Root { get; } = typeof(Repo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    public static string Own => Path.Combine(Root, "openapi");

    /// <summary>The documents inside an npm package, as it is installed.</summary>
    public static string Published(string package) => Path.Combine(Root, "node_modules", "@interledger", package, "dist", "openapi", "specs");
}
