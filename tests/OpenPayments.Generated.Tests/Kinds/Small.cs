using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>A document of a few lines, carried through SpecPrep, NSwag and the compiler, and its types, ready to read and write.</summary>
internal sealed class Small
{
    private readonly Assembly _assembly;

    private Small(string code, Assembly assembly) => (Code, _assembly, Context) = (code, assembly, Alone(assembly));

    /// <summary>What was printed.</summary>
    public string Code { get; }

    /// <summary>The printed context by itself: it knows what it lists and nothing else.</summary>
    public JsonSerializerContext Context { get; }

    /// <summary>Named schemas, each of them what an operation answers.</summary>
    public static Small Schemas(string schemas, params (string Key, string Value)[] names)
    {
        var all = Yaml.Parse(schemas, "small.yaml");
        var paths = string.Concat(all.Select(s => $"  /{s.Key}:\n    get: {{operationId: get-{s.Key}, {Answer($"{{$ref: '#/components/schemas/{s.Key}'}}")}}}\n"));
        return Document($"paths:\n{paths}components:\n  schemas:\n{string.Join('\n', schemas.Split('\n').Select(l => "    " + l))}\n", names);
    }

    /// <summary>A whole document.</summary>
    public static Small Document(string yaml, params (string Key, string Value)[] names)
    {
        var document = new SpecDocument("small", "small.yaml", Yaml.Parse(yaml, "small.yaml"));
        var hints = new Names(names.ToDictionary(n => n.Key, n => n.Value));
        var code = Engine.Print(Pipeline.Run(new SpecSet(hints) { Documents = [document] }).ToJsonString());
        using var image = Compiled.Assembly(code);
        return new(code, new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    /// <summary>An answer of 200 with this schema, as a member of an operation.</summary>
    public static string Answer(string schema) => $"responses: {{'200': {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}";

    /// <summary>What a document that cannot be printed is told.</summary>
    public static string Refusal(string schemas) => Assert.Throws<SpecException>(() => Schemas(schemas)).Diagnostic;

    public static JsonSerializerContext Alone(Assembly assembly) =>
        (JsonSerializerContext)assembly.GetType("OpenPayments.Generated.OpenPaymentsJsonContext")!.GetProperty("Default")!.GetValue(null)!;

    public Type Type(string name) => _assembly.GetType("OpenPayments.Generated." + name) ?? throw new InvalidOperationException($"There is no {name}.\n{Code}");

    /// <summary>The type of a member.</summary>
    public Type Member(string type, string member) => Type(type).GetProperty(member)?.PropertyType ?? throw new InvalidOperationException($"There is no {type}.{member}.\n{Code}");

    public object? Read(string type, string json) => JsonSerializer.Deserialize(json, Type(type), Context);

    /// <summary>Reads a value and writes it again.</summary>
    public string Back(string type, string json) => JsonSerializer.Serialize(Read(type, json), Type(type), Context);

    /// <summary>The name of the case that a value is read as.</summary>
    public string Case(string union, string json) => Read(union, json)!.GetType().Name;

    /// <summary>What an operation's success holds.</summary>
    public Type AnswerOf(string operation) =>
        _assembly.GetTypes().Where(t => t.IsInterface).SelectMany(t => t.GetMethods()).Single(m => m.Name == operation + "Async").ReturnType.GetGenericArguments()[0].GetGenericArguments()[0];

    public IReadOnlyList<string> Complaints => Sampled.Complaints(_assembly);
}
