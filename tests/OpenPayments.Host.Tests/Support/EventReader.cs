using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace OpenPayments.Host.Tests.Support;

internal sealed record ServerSentEvent(string Id, string Type, JsonNode Data)
{
    public string Step => (string)Data["step"]!;

    public string Status => (string)Data["status"]!;
}

internal static class EventReader
{
    /// <summary>No measure of speed: a stream that does not end is to fail its test, and not to hang it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Reads events until the server ends the stream.</summary>
    public static async Task<IReadOnlyList<ServerSentEvent>> ReadAsync(HttpClient http, string url, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        using var timeout = new CancellationTokenSource(Patience);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        response.EnsureSuccessStatusCode();
        var events = new List<ServerSentEvent>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(timeout.Token)).EnumerateAsync(timeout.Token))
            events.Add(new ServerSentEvent(item.EventId ?? "", item.EventType, JsonNode.Parse(item.Data)!));
        return events;
    }
}
