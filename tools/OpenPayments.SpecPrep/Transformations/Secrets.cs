using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// <c>"secret:AccessToken/value": "Secret"</c>: the member gets the type Secret, whose text is redacted. <c>"redacted"</c> instead
/// keeps the member's type and leaves it out of what the record prints.
/// </summary>
public sealed class Secrets() : MemberHint("secret")
{
    /// <inheritdoc />
    protected override void Hint(JsonObject owner, JsonObject member, string name, string value)
    {
        if (value == "redacted")
        {
            owner["x-op-redacts"] = true;
            member["x-op-redacted"] = true;
        }
        else
        {
            member["x-op-secret"] = true;
        }
    }
}
