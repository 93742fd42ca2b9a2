using System.Text.Json.Serialization;

namespace OpenPayments.Flow;

/// <summary>Where a flow stands, roughly.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlowStatus>))]
public enum FlowStatus
{
    /// <summary>Nobody has been asked to agree yet.</summary>
    [JsonStringEnumMemberName("preparing")] Preparing,

    /// <summary>The payer is to agree at the wallet.</summary>
    [JsonStringEnumMemberName("awaiting-consent")] AwaitingConsent,

    /// <summary>The payer agreed; money may be moving.</summary>
    [JsonStringEnumMemberName("paying")] Paying,

    /// <summary>The payer agreed; nothing is to be done before the next payment's time.</summary>
    [JsonStringEnumMemberName("scheduled")] Scheduled,

    /// <summary>The payer agreed; payments can be ordered under the grant.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Everything is done: the money has arrived.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Over: some was paid and some was not.</summary>
    [JsonStringEnumMemberName("partial")] Partial,

    /// <summary>Over: nothing was paid.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>Over, and a person has to find out how.</summary>
    [JsonStringEnumMemberName("uncertain")] Uncertain,

    /// <summary>Over before its end, on request.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}

/// <summary>What follows from a status.</summary>
public static class FlowStatuses
{
    /// <summary>Whether the flow is over: its end is told, though what is not used any more may still be given back.</summary>
    public static bool IsOver(this FlowStatus status) =>
        status is FlowStatus.Completed or FlowStatus.Partial or FlowStatus.Failed or FlowStatus.Uncertain or FlowStatus.Cancelled;

    /// <summary>The step of a flow that is over.</summary>
    internal static string NameOf(FlowStatus status) => status switch
    {
        FlowStatus.Completed => "completed",
        FlowStatus.Partial => "partial",
        FlowStatus.Failed => "failed",
        FlowStatus.Uncertain => "uncertain",
        FlowStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A flow that is under way has a step of its own."),
    };
}
