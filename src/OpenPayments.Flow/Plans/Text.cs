using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Plans;

/// <summary>Values as the subjects of journal entries write them. They are compared, so how they are written never changes.</summary>
internal static class Text
{
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Of(Amount amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Value} {amount.AssetCode}/{amount.AssetScale}");

    /// <summary>The terms that are there, one after another; null where there are none.</summary>
    public static string? Join(params ReadOnlySpan<string?> terms)
    {
        string? all = null;
        foreach (var term in terms)
        {
            if (term is not null) all = all is null ? term : $"{all}, {term}";
        }
        return all;
    }

    /// <summary>A short fingerprint (64-bit FNV-1a) of text that is too long to be repeated, such as metadata; null for null.</summary>
    public static string? Fingerprint(string name, string? text)
    {
        if (text is null) return null;
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return $"{name} {hash.ToString("x16", CultureInfo.InvariantCulture)}";
    }
}
