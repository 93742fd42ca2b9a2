// SpecPrep: OpenAPI 3.1 YAML (as published by Open Payments) -> one OpenAPI 3.0 JSON document that NSwag can turn into C#.
// Usage: SpecPrep <out.json> <names.json> <in1.yaml> [<in2.yaml> ...] [--refit]
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenPayments.SpecPrep;

if (args.Length < 3) { Console.Error.WriteLine("usage: SpecPrep <out.json> <names.json> <spec.yaml>..."); return 2; }
try
{
    var refit = args.Contains("--refit");
    var names = Names.Load(args[1]);
    var merged = new Normaliser(names, refit).Run(args.Skip(2).Where(a => !a.StartsWith("--")).Select(p => (Path.GetFileNameWithoutExtension(p), Yaml.Load(p))));
    var text = merged.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[0]))!);
    text += "\n";
    if (!File.Exists(args[0]) || File.ReadAllText(args[0]) != text) File.WriteAllText(args[0], text);   // unchanged: NSwag need not run
    foreach (var w in names.Unused()) Console.WriteLine($"{args[1]}(1,1): warning OPGEN002: '{w}' names nothing in these specifications");
    return 0;
}
catch (SpecException e) { Console.Error.WriteLine($"{e.File}(1,1): error OPGEN001: {e.Message}"); return 1; }
