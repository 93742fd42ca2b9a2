using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>In which messages each named schema of a document travels.</summary>
public sealed class Usage
{
    private readonly Dictionary<string, Direction> _directions = [];
    private readonly SpecDocument _document;

    /// <summary>Follows every operation of a document.</summary>
    public Usage(SpecDocument document)
    {
        _document = document;
        foreach (var operation in document.Operations)
        {
            Reach(operation.Body["parameters"], Direction.Request);
            Reach(operation.Body["requestBody"], Direction.Request);
            foreach (var (status, response) in operation.Body["responses"].Obj()) Reach(response, Of(status));
        }
    }

    /// <summary>Where a status sends what it holds.</summary>
    public static Direction Of(string status) => status.StartsWith('2') ? Direction.Answer : Direction.Error;

    /// <summary>The directions of a named schema.</summary>
    public Direction this[string schema] => _directions.GetValueOrDefault(schema);

    private void Reach(JsonNode? node, Direction direction)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Reach(item, direction);
        }
        else if (node is JsonObject o)
        {
            if (o.ContainsKey("$ref") && !this[Shape.Target(o)].HasFlag(direction))
            {
                _directions[Shape.Target(o)] = this[Shape.Target(o)] | direction;
                Reach(_document.Resolve(o), direction);
            }
            foreach (var (_, value) in o) Reach(value, direction);
        }
    }
}
