using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>Makes secrets that are easy to recognise where they must not be.</summary>
internal sealed class SecretSource
{
    private const string Sign = "hush";

    public int Count { get; set; }

    public Secret Make(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{Sign}-{what}-{++Count}"));

    /// <summary>Whether a text shows one.</summary>
    public static bool IsShownIn(string? text) => text is not null && text.Contains(Sign, StringComparison.OrdinalIgnoreCase);
}
