using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// <c>"lenient:IncomingPaymentWithMethods/methods": "[]"</c>: a member that the document requires and real servers leave out at times. It
/// is then read as the value given here, a C# expression, so that its type stays what the document says.
/// </summary>
public sealed class Leniency() : MemberHint("lenient")
{
    /// <inheritdoc />
    protected override void Hint(JsonObject owner, JsonObject member, string name, string value)
    {
        owner["required"] = Json.Strings(Shape.Required(owner).Where(r => r != name));
        member["x-op-absent"] = value;
    }
}
