using System.Reflection;
using System.Xml.Linq;

namespace OpenPayments.Packages.Tests;

/// <summary>What the tests know of the repository.</summary>
internal static class Repo
{
    /// <summary>What is shipped: every project of the solution filter.</summary>
    public static readonly string[] Packages = ["OpenPayments.Client", "OpenPayments.Flow", "OpenPayments.Flow.FSharp", "OpenPayments.Flow.Testing", "OpenPayments.Generated", "OpenPayments.Generation"];

    /// <summary>Those that are referenced at run time.</summary>
    public static readonly string[] Libraries = Packages[..5];

    public static string Root => Metadata("RepoRoot");

    /// <summary>Where this machine keeps what it has restored.</summary>
    public static string PackageCache => Metadata("PackageCache");

    public static string RuntimeIdentifier => Metadata("RuntimeIdentifier");

    public static string Version => XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>The one version of a package that is used everywhere.</summary>
    public static string VersionOf(string package) =>
        XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(p => (string?)p.Attribute("Include") == package).Attribute("Version")!.Value;

    private static string Metadata(string key) => typeof(Repo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
