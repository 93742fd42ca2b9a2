using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// What names.json says of single members.
/// <list type="bullet">
/// <item><c>"format:Quote/expiresAt": "date-time"</c>: a format that the published document forgot, and every server keeps to.</item>
/// <item><c>"lenient:IncomingPaymentWithMethods/methods": "[]"</c>: a member that the document requires and real servers leave out at times. It is then read as the value given here, a C# expression, so that its type stays what the document says.</item>
/// <item><c>"secret:AccessToken/value": "Secret"</c>: the member gets the type Secret, whose text is redacted; <c>"redacted"</c> instead keeps the member's type and leaves it out of what the record prints.</item>
/// </list>
/// </summary>
public sealed class Hints : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var (type, schema) in specs.Documents[0].Schemas)
            foreach (var shape in (Shape.Cases(schema.Obj()) ?? []).Items().Select(c => c.Obj()).Prepend(schema.Obj()))
                foreach (var name in shape["properties"].Obj().Select(p => p.Key).ToList())
                {
                    var member = shape["properties"].Obj()[name].Obj();
                    if (specs.Names.Member("format", type, name) is { } format) member["format"] = format;
                    if (specs.Names.Member("lenient", type, name) is { } absent) Lenient(shape, member, name, absent);
                    if (specs.Names.Member("secret", type, name) is { } secret) Secret(shape, member, secret);
                }
    }

    private static void Lenient(JsonObject owner, JsonObject member, string name, string absent)
    {
        owner["required"] = Json.Strings(Shape.Required(owner).Where(r => r != name));
        member["x-op-absent"] = absent;
    }

    private static void Secret(JsonObject owner, JsonObject member, string how)
    {
        if (how != "redacted")
        {
            member["x-op-secret"] = true;
            return;
        }
        owner["x-op-redacts"] = true;
        member["x-op-redacted"] = true;
    }
}
