using System.Text.Json.Nodes;

namespace OpenPayments.SpecDiff;

/// <summary>The documents inside the official npm package.</summary>
public static class Published
{
    /// <summary>The package that carries them.</summary>
    public const string Package = "@interledger/open-payments";

    /// <summary>The version that <c>package.json</c> pins under the package's own name.</summary>
    public static string Pinned => VersionOf(Path.Combine(Places.Packages, Package))
        ?? throw new SpecDiffException($"{Package} is not in node_modules; run `npm ci` in {Places.Root}");

    /// <summary>The folder of a version's documents: of a pinned package where there is one, else installed into <paramref name="scratch"/>.</summary>
    public static string Folder(string version, INpm npm, string scratch)
    {
        var package = Pins().FirstOrDefault(p => VersionOf(p) == version) ?? Install(version, npm, scratch);
        var folder = Path.Combine(package, "dist", "openapi", "specs");
        return Directory.Exists(folder) ? folder : throw new SpecDiffException($"{Package} {version} carries no OpenAPI documents in dist/openapi/specs; choose another version");
    }

    private static string Install(string version, INpm npm, string scratch)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, version)).FullName;
        File.WriteAllText(Path.Combine(folder, "package.json"), "{}");
        var (done, said) = npm.Run("install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", $"{Package}@{version}");
        return done ? Path.Combine(folder, "node_modules", Package) : throw new SpecDiffException($"npm did not bring {Package} {version}: {said}");
    }

    /// <summary>The package under its own name, and under others for other versions.</summary>
    private static IEnumerable<string> Pins()
    {
        var (scope, name) = (Path.Combine(Places.Packages, Package.Split('/')[0]), Package.Split('/')[1]);
        return Directory.Exists(scope) ? Directory.GetDirectories(scope, name + "*").Order(StringComparer.Ordinal) : [];
    }

    private static string? VersionOf(string package) =>
        Path.Combine(package, "package.json") is var file && File.Exists(file) ? (string?)JsonNode.Parse(File.ReadAllText(file))?["version"] : null;
}
