using System.Text;

namespace OpenPayments.SpecPrep;

/// <summary>Names of a document as names of C#.</summary>
public static class CSharpName
{
    private static readonly HashSet<string> Reserved = [.. ReservedNames.All];

    /// <summary><c>access_token</c>, <c>access-token</c> and <c>access token</c> are all <c>AccessToken</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var up = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                up = true;
                continue;
            }
            text.Append(up ? char.ToUpperInvariant(c) : c);
            up = false;
        }
        return text.Length > 0 && char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }

    /// <summary>
    /// A name for a type. What the printed code and the hand-written part beside it call by a simple name stays theirs, as does what the
    /// JSON context calls the types of .NET.
    /// </summary>
    public static string OfType(string name) => Pascal(name) is var pascal && Reserved.Contains(pascal) ? pascal + "Model" : pascal;

    /// <summary>What one of several is called: <c>Actions</c> holds an <c>Action</c>.</summary>
    public static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1]
        : name;
}
