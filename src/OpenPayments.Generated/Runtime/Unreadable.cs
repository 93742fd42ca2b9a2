using System.Text.Json;

namespace OpenPayments.Generated;

/// <summary>Says what is wrong with a body without repeating any of it.</summary>
internal static class Unreadable
{
    private const int MaxPath = 200;

    public static string Why(JsonException e)
    {
        // an inner JsonException is the reader's, whose message quotes the body
        if (e.InnerException is JsonException) return $"The body is not JSON: byte {e.BytePositionInLine} of line {e.LineNumber + 1} is not expected there.";
        var at = e.Path is null or "$" ? "" : $" (at {(e.Path.Length > MaxPath ? e.Path[..MaxPath] + "…" : e.Path)})";
        return $"The body is not what the specification says{at}: {Reason(e.Message)}";
    }

    // the framework appends its own form of the path to some messages
    private static string Reason(string message)
    {
        var path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return path < 0 ? message : message[..path];
    }
}
