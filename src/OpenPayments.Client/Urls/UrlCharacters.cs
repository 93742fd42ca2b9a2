using System.Globalization;

namespace OpenPayments.Client;

/// <summary>
/// What no URL of somebody else may hold, because two readers would not see the same: blanks, control and format characters (RFC 3986
/// has none; readers strip them, or turn the text around them about), backslashes (a slash to some), and halves of surrogate pairs.
/// </summary>
internal static class UrlCharacters
{
    /// <summary>Null where there is none of them, else which, as a part of a sentence.</summary>
    public static string? Fault(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return "it holds half of a surrogate pair";
            else if (IsUnseen(text[i])) return "it holds a blank, a control character or a backslash";
        }
        return null;
    }

    private static bool IsUnseen(char c) => c == '\\' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
