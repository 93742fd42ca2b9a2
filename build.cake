// What this repository promises, one target each:  ./build.sh --target=<name>
#load "build/TestResults.cake"

var target = Argument("target", "Test");
var configuration = Argument("configuration", "Release");
var solution = "OpenPayments.sln";
var results = Directory("artifacts/test-results");
var tally = new Tally();

Task("Clean")
    .Description("Leaves nothing that a build made.")
    .Does(() => CleanDirectories(GetDirectories("{src,tests}/*/{bin,obj}").Append(Directory("artifacts"))));

Task("Restore")
    .Description("Takes the packages of the lock files, and no others.")
    .Does(() => DotNetRestore(solution, new DotNetRestoreSettings { Verbosity = DotNetVerbosity.Quiet }));

Task("Build")
    .Description("Compiles everything, the generated client included; a warning is an error.")
    .IsDependentOn("Restore")
    .Does(() => DotNetBuild(solution, new DotNetBuildSettings { Configuration = configuration, NoRestore = true, NoLogo = true, Verbosity = DotNetVerbosity.Quiet }));

Task("Test")
    .Description("Runs every test of every tests/*.Tests project, none skipped, and closes with `N passed, N failed`.")
    .IsDependentOn("Build")
    .Does(() =>
{
    CleanDirectory(results);
    foreach (var project in GetFiles("tests/*.Tests/*.*proj").OrderBy(file => file.FullPath, StringComparer.Ordinal)) Test(project);
});

Task("Mutation")
    .Description("Breaks the core in every way that Stryker knows and runs its tests each time; fails where fewer than 90 % are noticed. --mutate=<pattern> chooses files.")
    .Does(() =>
{
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = new ProcessArgumentBuilder().Append("stryker --skip-version-check --mutate").AppendQuoted(Argument("mutate", "**/*.cs"))
            .Append("--output").AppendQuoted(MakeAbsolute(Directory("artifacts/mutation")).FullPath),
        WorkingDirectory = "tests/OpenPayments.Flow.Tests",
    });
    if (exitCode != 0) throw new CakeException($"Stryker ended with {exitCode}: see artifacts/mutation.");
});

Task("Scenarios")
    .Description("Holds the laws over 100,000 scenarios of all nine flows and prints what they passed; --scenarios=<number> chooses.")
    .IsDependentOn("Build")
    .Does(() => FlowTesting("Laws.ScenarioTests", new Dictionary<string, string>
    {
        ["OPENPAYMENTS_SCENARIOS"] = Argument("scenarios", "100000"),
    }));

Task("Search")
    .Description("Looks at every scenario of the one-time payment with three faults, as far as an hour reaches; --faults=<number> and --minutes=<number> choose.")
    .IsDependentOn("Build")
    .Does(() => FlowTesting("Search.SearchTests", new Dictionary<string, string>
    {
        ["OPENPAYMENTS_SEARCH_FAULTS"] = Argument("faults", "3"), ["OPENPAYMENTS_SEARCH_MINUTES"] = Argument("minutes", "60"),
    }));

void FlowTesting(string tests, Dictionary<string, string> variables) =>
    DotNetRun("tests/OpenPayments.Flow.Testing.Tests", $"-class OpenPayments.Flow.Testing.Tests.{tests} -showLiveOutput", new DotNetRunSettings
    {
        Configuration = configuration, NoBuild = true, EnvironmentVariables = variables,
    });

Task("Format")
    .Description("Fails where the code is not laid out as .editorconfig says; `dotnet format` mends it.")
    .IsDependentOn("Build")
    .Does(() => DotNetFormat(solution, new DotNetFormatSettings
    {
        VerifyNoChanges = true, NoRestore = true, EnvironmentVariables = { ["Configuration"] = configuration },
    }));

Task("Demo")
    .Description("Starts two wallet providers and the host, and prints the URL to open; ends with Ctrl-C.")
    .Does(() => DotNetRun("src/OpenPayments.Sandbox", "demo", new DotNetRunSettings { Configuration = configuration }));

Task("Publish")
    .Description("Puts the host, ready to deploy, into artifacts/host.")
    .Does(() => DotNetPublish("src/OpenPayments.Host", new DotNetPublishSettings { Configuration = "Release", OutputDirectory = "artifacts/host" }));

Task("Pack")
    .Description("Puts the packages of the libraries and of the generator into artifacts/packages.")
    .Does(() =>
{
    CleanDirectory("artifacts/packages");
    DotNetPack("OpenPayments.Packages.slnf", new DotNetPackSettings { Configuration = "Release", OutputDirectory = "artifacts/packages", NoLogo = true, Verbosity = DotNetVerbosity.Quiet });
    foreach (var package in GetFiles("artifacts/packages/*.nupkg")) Information(package.GetFilename());
});

Task("Bench")
    .Description("Measures what tests/OpenPayments.Benchmarks/README.md reports; --filter=<pattern> chooses.")
    .Does(() => DotNetRun("tests/OpenPayments.Benchmarks", new ProcessArgumentBuilder().Append("--filter").AppendQuoted(Argument("filter", "*")),
        new DotNetRunSettings { Configuration = "Release" }));

Task("Spec-Diff")
    .Description("Tells what changed between OpenAPI documents, and whom it breaks: --from=<folder, glob or npm:version> --to=<the same>; --fail-on=breaking ends with 2.")
    .Does(() => SpecDiff("diff", Argument<string>("from"), Argument<string>("to")));

Task("Spec-Check")
    .Description("Tells whether openapi/ is behind the newest documents in npm's @interledger/open-payments, and in what; --fail-on=behind ends with 2.")
    .Does(() => SpecDiff("check", "openapi"));

// its exit code says more than pass and fail
void SpecDiff(params string[] arguments)
{
    var all = arguments.Concat(HasArgument("fail-on") ? new[] { "--fail-on=" + Argument<string>("fail-on") } : new string[0]);
    var run = all.Aggregate(new ProcessArgumentBuilder().Append("run --project src/OpenPayments.SpecDiff --configuration").Append(configuration).Append("--"), (built, argument) => built.AppendQuoted(argument));
    if (StartProcess("dotnet", new ProcessSettings { Arguments = run }) is var code && code != 0) System.Environment.Exit(code);
}

void Test(FilePath project)
{
    var name = project.GetFilenameWithoutExtension().ToString();
    var report = MakeAbsolute(results.Path.CombineWithFilePath(name + ".trx"));
    var log = MakeAbsolute(results.Path.CombineWithFilePath(name + ".log"));
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = new ProcessArgumentBuilder()
            .Append("test").AppendQuoted(project.FullPath)
            .Append("--configuration").Append(configuration).Append("--no-build")
            .Append("--logger").AppendQuoted("trx;LogFileName=" + report.GetFilename())
            .Append("--results-directory").AppendQuoted(report.GetDirectory().FullPath)
            // a test that hangs is a test that fails
            .Append("--blame-hang-timeout 10m --blame-hang-dump-type none"),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }, out var output, out var errors);
    System.IO.File.WriteAllLines(log.FullPath, output.Concat(errors));
    tally.Add(name, report.FullPath, log.FullPath, exitCode);
}

try
{
    RunTarget(target);
}
catch (Exception failure)
{
    tally.Broken(target, failure.Message);
}
tally.Close(target);
