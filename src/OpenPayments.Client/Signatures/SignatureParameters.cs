using System.Globalization;
using System.Text;

namespace OpenPayments.Client;

/// <summary>Prints the covered components and parameters as the last line of a signature base has them (RFC 9421 section 2.3).</summary>
internal static class SignatureParameters
{
    public static string Print(StructuredMember.InnerList input)
    {
        var text = new StringBuilder("(");
        for (var i = 0; i < input.Items.Count; i++)
        {
            if (i > 0) text.Append(' ');
            Print(text, input.Items[i].Value);
            Print(text, input.Items[i].Parameters);
        }
        text.Append(')');
        Print(text, input.Parameters);
        return text.ToString();
    }

    private static void Print(StringBuilder text, IReadOnlyList<KeyValuePair<string, StructuredValue>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            text.Append(';').Append(name);
            if (value is StructuredValue.Boolean { Value: true }) continue;
            text.Append('=');
            Print(text, value);
        }
    }

    private static void Print(StringBuilder text, StructuredValue value) => _ = value switch
    {
        StructuredValue.Text t => text.Append('"').Append(t.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"'),
        StructuredValue.Token t => text.Append(t.Value),
        StructuredValue.Integer n => text.Append(n.Value.ToString(CultureInfo.InvariantCulture)),
        StructuredValue.Bytes b => text.Append(':').Append(Convert.ToBase64String(b.Data)).Append(':'),
        StructuredValue.Boolean b => text.Append(b.Value ? "?1" : "?0"),
    };
}
