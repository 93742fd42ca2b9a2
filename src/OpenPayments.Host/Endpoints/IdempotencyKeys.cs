namespace OpenPayments.Host.Endpoints;

internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    /// <summary>Absent, or one text of 1 to 255 printable ASCII characters.</summary>
    public static bool IsUsable(IHeaderDictionary headers) =>
        !headers.TryGetValue(Header, out var values) || (values is [{ Length: > 0 and <= 255 } key] && key.All(c => c is >= ' ' and <= '~'));
}
