using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary><c>"format:Quote/expiresAt": "date-time"</c>: a format that the published document forgot, and every server keeps to.</summary>
public sealed class Formats() : MemberHint("format")
{
    /// <inheritdoc />
    protected override void Hint(JsonObject owner, JsonObject member, string name, string value) => member["format"] = value;
}
