namespace OpenPayments.Packages.Tests;

/// <summary>
/// A project somewhere else, as a team would begin one: no reference to a project of ours, our packages from the feed alone, all others
/// from what this machine has restored before.
/// </summary>
internal sealed class NewProject
{
    private readonly Feed _feed;
    private readonly string _folder;

    public NewProject(Feed feed, string name, string? folder = null)
    {
        (_feed, _folder) = (feed, feed.NewFolder(folder ?? name));
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Projects", name))) File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="ours" value="{feed.Folder}" />
                <add key="machine" value="{Repo.PackageCache}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="ours"><package pattern="OpenPayments.*" /></packageSource>
                <packageSource key="machine"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
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
