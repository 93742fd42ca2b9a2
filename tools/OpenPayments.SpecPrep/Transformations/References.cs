using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// A reference to a scalar, an array or a map has no type of its own in C#: it becomes the thing itself. What stands beside a
/// reference (OpenAPI 3.1 allows it) is reduced to what C# can say: the description, and whether it may be null.
/// </summary>
public sealed class References : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (!schema.ContainsKey("$ref")) return schema;
        if (schema.Text("$ref").Split('/') is not ["#", "components", "schemas", _])
            throw new SpecException("OPGEN003", $"the reference {schema.Text("$ref")} must name something under components; put the schema there and refer to it", Origin.Of(schema));
        var target = document.Deref(schema);
        if (!Shape.IsNamed(target))
        {
            var inlined = new JsonObject();
            Origin.Mark(inlined, Origin.Of(schema));
            return inlined.AddMissing(schema, except: "$ref").AddMissing(target);
        }
        if (target["nullable"].IsTrue()) schema["nullable"] = true;
        foreach (var key in schema.Select(p => p.Key).Where(k => k is not ("$ref" or "description" or "nullable")).ToList()) schema.Remove(key);
        // a name for a name: straight to the schema
        for (var next = document.Resolve(schema); next.ContainsKey("$ref"); next = document.Resolve(next)) schema["$ref"] = next.Text("$ref");
        return schema;
    }
}
