using System.Text;

namespace OpenPayments.Packages.Tests;

/// <summary>What is deployed holds nothing that was made for developing.</summary>
public class PublishTests(Feed feed)
{
    private static readonly string[] Words = ["sandbox"];

    [Fact]
    public async Task A_release_publish_of_the_host_holds_nothing_of_the_sandbox()
    {
        var folder = feed.NewFolder("published-host");
        await Command.DotnetAsync(
            feed.Sources, Repo.PackageCache, "publish", "src/OpenPayments.Host", "-c", "Release", "--output", folder, "--nologo", "-v:quiet");

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Path.GetFileName(file) == "OpenPayments.Host.dll");
        var found = files.SelectMany(file => Mentions(file, Path.GetRelativePath(folder, file))).ToList();
        Assert.True(found.Count == 0, $"the published host mentions the sandbox\n{string.Join('\n', found)}");
    }

    /// <summary>In the name of any file, and in the bytes of ours: as UTF-8 in text and metadata, as UTF-16 in string literals.</summary>
    private static IEnumerable<string> Mentions(string file, string name)
    {
        var ours = Path.GetFileName(file).StartsWith("OpenPayments.", StringComparison.Ordinal) || Path.GetExtension(file) is not ".dll" and not ".so" and not ".dylib";
        var bytes = ours ? File.ReadAllBytes(file) : [];
        string[] readings = [name, Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Encoding.Unicode.GetString(bytes.AsSpan(Math.Min(1, bytes.Length)))];
        return Words.Where(word => readings.Any(reading => reading.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(word => $"{name}: {word}");
    }
}
