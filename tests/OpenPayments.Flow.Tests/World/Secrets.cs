using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Makes secrets that are easy to recognise where they must not be.</summary>
public sealed class Secrets
{
    public const string Mark = "hush";

    public int Made { get; private set; }

    public Secret Make(string what) => new($"{Mark}-{what}-{++Made}");

    public static bool In(string? text) => text is not null && text.Contains(Mark, StringComparison.OrdinalIgnoreCase);
}
