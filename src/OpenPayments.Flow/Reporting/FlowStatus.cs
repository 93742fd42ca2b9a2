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

    /// <summary>Everything is done: the money has arrived.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Over: some was paid and some was not.</summary>
    [JsonStringEnumMemberName("partial")] Partial,

    /// <summary>Over: nothing was paid.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>Over, and a person has to find out how.</summary>
    [JsonStringEnumMemberName("uncertain")] Uncertain,
}
