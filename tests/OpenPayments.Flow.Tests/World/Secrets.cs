using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Makes secrets that are easy to recognise where they must not be.</summary>
public sealed class Secrets
{
    public const string Mark = "hush";

    private int _made;

    public Secret Make(string what) => new($"{Mark}-{what}-{++_made}");

    public static bool In(string? text) => text is not null && text.Contains(Mark, StringComparison.OrdinalIgnoreCase);
}
