using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Description;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Endpoints;

/// <summary><c>GET /payments/{id}/events</c>: each step as it happens, as server-sent events (WHATWG HTML, section 9.2).</summary>
internal static class FollowPayment
{
    /// <summary>How long a step taken by another host may go unnoticed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>How long the line may be silent: less than proxies commonly allow.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static void MapFollowPayment(this IEndpointRouteBuilder routes) => routes.MapGet("/payments/{id}/events", FollowAsync)
        .WithName("followPayment")
        .WithTags("Payments")
        .WithSummary("Follow a payment step by step")
        .WithDescription("""
            Server-sent events, one `step` event a step from the first on, each with the payment as it stood then. The stream ends after the final
            step. A reconnecting `EventSource` sends `Last-Event-ID` by itself and gets what it missed.
            """)
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .WithExamples(Examples.FollowPayment)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> FollowAsync(string id, HttpContext http, PaymentViews views, ConsentPages pages, StepSignals signals, TimeProvider time)
    {
        var seen = LastEventId(http.Request);
        if (views.Find(id) is not { } payment) return Problem.NoSuchPayment();
        // the one answer that an EventSource takes as "do not come back"
        if (payment.Ended && views.EventsAfter(id, seen).Count == 0) return TypedResults.NoContent();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // asks proxies to pass each event on at once
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            await WriteAsync(id, seen, http.Response, views, pages, signals, time, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // the reader left, or this host stops: it asks again, here or at another host, and gets what it missed
        }
        return TypedResults.Empty;
    }

    private static async Task WriteAsync(string id, long seen, HttpResponse response, PaymentViews views, ConsentPages pages, StepSignals signals, TimeProvider time, CancellationToken ct)
    {
        using var watch = signals.Watch(id);
        var spoke = time.GetTimestamp();
        while (true)
        {
            var payment = views.Find(id)!; // before the events: what it says has ended has no later ones
            var events = views.EventsAfter(id, seen);
            if (events.Count > 0)
            {
                // the log holds no consent page: the last step's, if it is to be shown, is looked up
                var redirectUrl = await pages.FindAgainAsync(id, events[^1].Summary).ConfigureAwait(false);
                await SseFormatter.WriteAsync(Items(id, payment.CreatedAt, events, redirectUrl), response.Body, Write, ct).ConfigureAwait(false);
                (seen, spoke) = (events[^1].Version, time.GetTimestamp());
            }
            else if (time.GetElapsedTime(spoke) >= Silence)
            {
                await response.WriteAsync(": still here\n\n", ct).ConfigureAwait(false);
                spoke = time.GetTimestamp();
            }
            await response.Body.FlushAsync(ct).ConfigureAwait(false);
            if (payment.Ended) return;
            await watch.WaitAsync(Look, time, ct).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<SseItem<PaymentView>> Items(string id, DateTimeOffset createdAt, IReadOnlyList<StoredEvent> events, string? redirectUrl)
    {
        foreach (var step in events)
            yield return new SseItem<PaymentView>(PaymentView.Of(id, step.Summary, createdAt, step.At, step == events[^1] ? redirectUrl : null), "step") { EventId = step.Version.ToString(CultureInfo.InvariantCulture) };
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static void Write(SseItem<PaymentView> item, System.Buffers.IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer);
        JsonSerializer.Serialize(json, item.Data, HostJson.Default.PaymentView);
    }

    private static long LastEventId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
