// SpecPrep: OpenAPI 3.1 YAML (as published by Open Payments) -> one OpenAPI 3.0 JSON document that NSwag can print as C#.
using OpenPayments.SpecPrep;

return args switch
{
    ["prepare", var output, var names, .. var rest] when rest.Length > 0 => Prepare.Run(output, names, rest),
    ["runtime", var folder, var space, .. var files] => Runtime.Copy(folder, space, files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: SpecPrep prepare <out.json> <names.json> <spec.yaml>... [--strict-names]");
    Console.Error.WriteLine("       SpecPrep runtime <output folder> <namespace> <file.cs>...");
    return 2;
}
