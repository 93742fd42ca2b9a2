// SpecPrep: OpenAPI 3.1 YAML (as published by Open Payments) -> one OpenAPI 3.0 JSON document that NSwag can print as C#.
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenPayments.SpecPrep;

const string usage = "usage: SpecPrep <out.json> <names.json> <spec.yaml>... [--refit] [--strict-names]";
var files = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
if (files.Count < 3)
{
    Console.Error.WriteLine(usage);
    return 2;
}
try
{
    var names = Names.Load(files[1]);
    var specs = new SpecSet(names, Refit: args.Contains("--refit")) { Documents = [.. files.Skip(2).Select(SpecDocument.Load)] };
    var text = Pipeline.Run(specs).ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    var slips = args.Contains("--strict-names") ? names.Unused().ToList() : [];
    foreach (var slip in slips) Console.Error.WriteLine($"{files[1]}(1,1): error OPGEN002: '{slip}' names nothing in these documents; remove it or correct it");
    if (slips.Count > 0) return 1;
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(files[0]))!);
    // left untouched when nothing changed, so that NSwag need not run
    if (!File.Exists(files[0]) || await File.ReadAllTextAsync(files[0]) != text) await File.WriteAllTextAsync(files[0], text);
    return 0;
}
catch (SpecException e)
{
    Console.Error.WriteLine(e.Diagnostic);
    return 1;
}
