using System.Security;

namespace OpenPayments.Packages.Tests;

/// <summary>
/// A project somewhere else, as a team would begin one: no reference to a project of ours, our packages from the folder that they were
/// packed into and from nowhere else, all others from the feeds of this machine, into a package cache that started empty.
/// </summary>
internal sealed class NewProject
{
    private readonly Feed _feed;
    private readonly string _folder;

    private NewProject(Feed feed, string folder) => (_feed, _folder) = (feed, folder);

    /// <summary>Copies one of <c>Projects</c> to a folder of its own, with a configuration that adds our feed to the machine's.</summary>
    public static async Task<NewProject> CreateAsync(Feed feed, string name, string? copy = null)
    {
        var folder = feed.NewFolder(copy ?? name);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Projects", name)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var others = (await MachineSources.InAsync(folder, feed.Cache)).Select(SecurityElement.Escape)
            .Select(source => $"""<packageSource key="{source}"><package pattern="*" /></packageSource>""");
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="ours" value="{feed.Folder}" /></packageSources>
              <packageSourceMapping>
                <packageSource key="ours"><package pattern="OpenPayments.*" /></packageSource>
                {string.Join('\n', others)}
              </packageSourceMapping>
            </configuration>
            """);
        return new NewProject(feed, folder);
    }

    /// <summary>Builds it for this machine, trimmed and with the runtime, where the project says so; returns the folder of the program, and what the build said.</summary>
    public async Task<(string Folder, string Said)> PublishAsync(params string[] switches)
    {
        var output = Path.Combine(_folder, "published");
        var said = await Command.DotnetAsync(_folder, _feed.Cache, ["publish", "--configuration", "Release", "--output", output, "--nologo", "-v:minimal",
            $"-p:OpenPaymentsVersion={Repo.Version}", $"-p:ExtensionsVersion={Repo.VersionOf("Microsoft.Extensions.DependencyInjection")}", $"-p:RefitVersion={Repo.VersionOf("Refit")}", $"-p:RuntimeIdentifier={Repo.RuntimeIdentifier}", .. switches]);
        return (output, said);
    }
}
