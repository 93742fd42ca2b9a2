using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>Tells from an example's place which C# type it is an example of.</summary>
internal sealed class ExampleTypes(GeneratedSet set, SpecDocument document)
{
    public Type At(string[] path, JsonNode? value) => path switch
    {
        ["paths", var route, var method, "requestBody", ..] => Body(route, method),
        ["paths", var route, var method, "responses", ['2', ..], ..] => set.Answer(Name(route, method)),
        ["paths", _, _, "responses", ..] or ["components", "responses" or "examples", ..] => Named("ErrorResponse"),
        ["components", "schemas", var name, "examples" or "example", ..] => Schema(name),
        ["components", "parameters", var name, ..] => Scalar(document.Root["components"].Obj()["parameters"].Obj()[name].Obj()["schema"].Obj()),
        _ => throw new InvalidOperationException($"{document.Name}.yaml: nothing says what /{string.Join('/', path)} is an example of: {value?.ToJsonString()}"),
    };

    private string Name(string route, string method) => set.Names.Operation(document.Operations.Single(o => o.Path == route && o.Method == method).Id);

    private Type Body(string route, string method) => set.Method(Name(route, method)).GetParameters().Single(p => p.Name == "body").ParameterType;

    private Type Named(string name) => set.Type(name) ?? throw new InvalidOperationException($"no type {name}");

    private Type Schema(string name)
    {
        if (name.StartsWith("error-", StringComparison.Ordinal)) return Named("ErrorResponse");
        var schema = document.Schemas[name].Obj();
        if (Shape.IsNamed(schema) || schema.ContainsKey("allOf")) return Named(set.Names.Type(name));
        return schema.Text("type") switch
        {
            "array" => typeof(IReadOnlyList<>).MakeGenericType(Named(set.Names.Type(Shape.Target(schema["items"].Obj())))),
            "object" => typeof(IReadOnlyDictionary<string, System.Text.Json.JsonElement>),
            _ => Scalar(schema),
        };
    }

    private static Type Scalar(JsonObject schema) => (schema.Text("type"), schema.Text("format")) switch
    {
        ("string", "uri") => typeof(Uri),
        ("string", _) => typeof(string),
        ("integer", _) => typeof(int),
        var (type, format) => throw new InvalidOperationException($"no scalar for {type} {format}"),
    };
}
