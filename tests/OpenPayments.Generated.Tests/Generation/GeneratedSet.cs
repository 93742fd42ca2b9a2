using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>A folder of documents with the types that were generated from it.</summary>
internal sealed class GeneratedSet
{
    private static readonly Lazy<GeneratedSet> OwnSet = new(() => new(Path.Combine(Repo.Root, "openapi"), typeof(OpenPaymentsJsonContext).Assembly));
    private static readonly Lazy<GeneratedSet> Newest = new(() => Build("open-payments"));
    private static readonly Lazy<GeneratedSet> Older = new(() => Build("open-payments-7.1.3"));

    private GeneratedSet(string documents, Assembly assembly)
    {
        (Folder, Assembly) = (documents, assembly);
        var context = assembly.GetType("OpenPayments.Generated.OpenPaymentsJsonContext")!;
        Options = ((JsonSerializerContext)context.GetProperty("Default")!.GetValue(null)!).Options;
    }

    /// <summary>Our documents, 7.4.0's and 7.1.3's, by the names that tests show.</summary>
    public static GeneratedSet Of(string name) => (name switch
    {
        "own" => OwnSet,
        "7.4.0" => Newest,
        "7.1.3" => Older,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    }).Value;

    public string Folder { get; }
    public Assembly Assembly { get; }
    public JsonSerializerOptions Options { get; }
    public Names Names { get; } = Names.Load(Path.Combine(Repo.Generation, "names.json"));

    public Type? Type(string name) => Assembly.GetType("OpenPayments.Generated." + name);

    public JsonTypeInfo Info(Type type) => Options.GetTypeInfo(type);

    /// <summary>The interface method of an operation, by its C# name.</summary>
    public MethodInfo Method(string operation) =>
        Assembly.GetTypes().Where(t => t.IsInterface).SelectMany(t => t.GetMethods()).Single(m => m.Name == operation + "Async");

    /// <summary>What an operation's success holds.</summary>
    public Type Answer(string operation) => Method(operation).ReturnType.GetGenericArguments()[0].GetGenericArguments()[0];

    private static GeneratedSet Build(string package)
    {
        var documents = Repo.Published(package);
        using var image = Compiled.Assembly(Printed.Code(Printed.Documents(documents)));
        var set = new GeneratedSet(documents, new AssemblyLoadContext(package).LoadFromStream(image));
        return set;
    }
}
