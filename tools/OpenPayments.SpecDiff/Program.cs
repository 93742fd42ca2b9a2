// SpecDiff: what changed from one set of OpenAPI documents to another, and whether ours are behind the published ones.
using OpenPayments.SpecDiff;
using OpenPayments.SpecPrep;

try
{
    return args switch
    {
        ["diff", var from, var to] => DiffCommand.Run(from, to, failOnBreaking: false, new Npm(), Console.Out),
        ["diff", var from, var to, "--fail-on=breaking"] => DiffCommand.Run(from, to, failOnBreaking: true, new Npm(), Console.Out),
        ["check", var own] => CheckCommand.Run(own, failOnBehind: false, new Npm(), Console.Out),
        ["check", var own, "--fail-on=behind"] => CheckCommand.Run(own, failOnBehind: true, new Npm(), Console.Out),
        _ => Usage(),
    };
}
catch (SpecDiffException e)
{
    Console.Error.WriteLine($"SpecDiff: {e.Message}.");
    return 1;
}
catch (SpecException e)
{
    Console.Error.WriteLine(e.Diagnostic);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: SpecDiff diff <from> <to> [--fail-on=breaking]   from, to: a folder, a file or glob, or npm:<version>");
    Console.Error.WriteLine("       SpecDiff check <folder of our documents> [--fail-on=behind]");
    Console.Error.WriteLine("Ends with 0; with 2 where --fail-on names what was found; with 1 where nothing could be compared.");
    return 1;
}
