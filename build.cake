// What this repository promises, one target each:  ./build.sh --target=<name>
using System.Collections.Concurrent;
#load "build/TestProgram.cake"
#load "build/TestResults.cake"

var target = Argument("target", "Test");
var configuration = Argument("configuration", "Release");
var solution = "OpenPayments.sln";
var results = Directory("artifacts/test-results");
// a test program that takes longer than this hangs, and a test that hangs is a test that fails
var longestRun = TimeSpan.FromMinutes(30);
var tally = new Tally();

Task("Clean")
    .Description("Leaves nothing that a build made.")
    .Does(() => CleanDirectories(GetDirectories("{src,tools,tests}/*/{bin,obj}").Append(Directory("artifacts"))));

Task("Restore")
    .Description("Takes the packages of the lock files, and no others.")
    .Does(() => DotNetRestore(solution, new DotNetRestoreSettings { Verbosity = DotNetVerbosity.Quiet }));

Task("Build")
    .Description("Compiles everything, the generated client included; a warning is an error.")
    .IsDependentOn("Restore")
    .Does(() => DotNetBuild(solution, new DotNetBuildSettings { Configuration = configuration, NoRestore = true, NoLogo = true, Verbosity = DotNetVerbosity.Quiet }));

Task("Peers")
    .Description("Brings the official packages of npm that the tests and the reports compare with, where package-lock.json asks for others than are there.")
    .Does(() =>
{
    var (wanted, there) = (File("package-lock.json").Path, File("node_modules/.package-lock.json").Path);
    if (FileExists(there) && System.IO.File.GetLastWriteTimeUtc(there.FullPath) >= System.IO.File.GetLastWriteTimeUtc(wanted.FullPath)) return;
    var npm = new ProcessSettings { Arguments = "ci --ignore-scripts --no-audit --no-fund --loglevel=error", RedirectStandardOutput = true };
    if (StartProcess(IsRunningOnWindows() ? "npm.cmd" : "npm", npm) is var code && code != 0) throw new CakeException($"'npm ci' ended with {code}; its messages are above.");
});

Task("Test")
    .Description("Runs every test of every tests/*.Tests project, none skipped, and closes with `N passed, N failed`; --at-once=<number>.")
    .IsDependentOn("Build")
    .IsDependentOn("Peers")
    .Does(() =>
{
    CleanDirectory(results);
    // those that take longest begin, so that none of them is left alone at the end
    string[] first = ["Packages", "Generated", "Flow", "Host", "House", "Faults"];
    var projects = GetFiles("tests/*.Tests/*.*proj").Select(file => file.GetFilenameWithoutExtension().ToString())
        .Order(StringComparer.Ordinal)
        .OrderBy(name => Array.IndexOf(first, name.Split('.')[1]) is >= 0 and var place ? place : first.Length);
    System.Threading.Tasks.Parallel.ForEach(Partitioner.Create(projects, EnumerablePartitionerOptions.NoBuffering),
        new System.Threading.Tasks.ParallelOptions { MaxDegreeOfParallelism = Argument("at-once", System.Environment.ProcessorCount) },
        // what packs everything a second time has a target of its own
        name => RunTests(name, "-trait- target=Determinism"));
});

Task("Determinism")
    .Description("Packs the packages from two folders and fails where an assembly in them differs by a byte.")
    .IsDependentOn("Restore")
    .Does(() =>
{
    DotNetBuild("tests/OpenPayments.Packages.Tests", new DotNetBuildSettings
    {
        Configuration = configuration, NoRestore = true, NoLogo = true, Verbosity = DotNetVerbosity.Quiet,
    });
    CleanDirectory(results);
    RunTests("OpenPayments.Packages.Tests", "-trait target=Determinism");
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

Task("Fuzz")
    .Description("Feeds what judges other people's texts with 1,000,000 of them each; --inputs=<number> and --seed=<number> choose.")
    .IsDependentOn("Build")
    .Does(() =>
{
    var seed = Argument("seed", System.Random.Shared.Next().ToString());
    foreach (var name in new[] { "Generated", "Flow", "Client", "Host" })
        DotNetRun($"tests/OpenPayments.{name}.Tests", "-class *Fuzz -showLiveOutput", new DotNetRunSettings
        {
            Configuration = configuration, NoBuild = true, EnvironmentVariables = { ["OPENPAYMENTS_FUZZ"] = Argument("inputs", "1000000"), ["OPENPAYMENTS_FUZZ_SEED"] = seed },
        });
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
    .IsDependentOn("Peers")
    .Does(() => SpecDiff("diff", Argument<string>("from"), Argument<string>("to")));

Task("Spec-Check")
    .Description("Tells whether openapi/ is behind the newest documents in npm's @interledger/open-payments, and in what; --fail-on=behind ends with 2.")
    .IsDependentOn("Peers")
    .Does(() => SpecDiff("check", "openapi"));

// ends here, before Cake prints its table: the report alone is on standard output (build.sh keeps the rest quiet), and the program's
// exit code says more than pass and fail
void SpecDiff(params string[] arguments)
{
    var all = arguments.Concat(HasArgument("fail-on") ? new[] { "--fail-on=" + Argument<string>("fail-on") } : new string[0]);
    var run = all.Aggregate(new ProcessArgumentBuilder().Append("run --project tools/OpenPayments.SpecDiff --configuration").Append(configuration).Append("--"), (built, argument) => built.AppendQuoted(argument));
    System.Environment.Exit(StartProcess("dotnet", new ProcessSettings { Arguments = run }));
}

// A test project is a program: run as such it is two seconds faster than through `dotnet test`, and what it says when it dies is heard.
void RunTests(string project, string filter)
{
    var program = $"tests/{project}/bin/{configuration}/net10.0/{project}" + (IsRunningOnWindows() ? ".exe" : "");
    var report = MakeAbsolute(results.Path.CombineWithFilePath(project + ".trx")).FullPath;
    var arguments = $"-noColor -noLogo -reporter verbose {filter} -trx \"{report}\"";
    var run = TestProgram.Run(MakeAbsolute(File(program)).FullPath, arguments, System.IO.Path.ChangeExtension(report, "log"), longestRun);
    tally.Add(project, report, run);
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
