namespace OpenPayments.Client;

/// <summary>A URL that <see cref="UrlPolicy"/> does not let through. Nothing was sent.</summary>
/// <param name="reason">Why, for people: it names neither the URL nor the address behind it.</param>
public sealed class UrlRefusedException(string reason) : Exception($"The URL may not be called: {reason}.")
{
    /// <summary>Why, as a part of a sentence: "it is http, not https".</summary>
    public string Reason { get; } = reason;

    /// <summary>This exception, or the one inside that a connection attempt wrapped.</summary>
    internal static UrlRefusedException? In(Exception? exception) => exception as UrlRefusedException ?? (exception is null ? null : In(exception.InnerException));
}
