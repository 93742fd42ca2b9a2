using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>Documents to C# as the build does it, without the build: SpecPrep, NSwag, the templates.</summary>
internal static class Printed
{
    /// <summary>Our own hints, which fit other releases as far as they fit.</summary>
    public static Names Names => Names.Load(Path.Combine(Repo.Generation, "names.json"));

    /// <summary>The documents of a folder, as the build's glob finds them.</summary>
    public static List<SpecDocument> Documents(string folder) => [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(SpecDocument.Load)];

    /// <summary>Prints documents, which are used up by it.</summary>
    public static string Code(List<SpecDocument> documents) => Engine.Print(Pipeline.Run(new SpecSet(Names) { Documents = documents }).ToJsonString());
}
