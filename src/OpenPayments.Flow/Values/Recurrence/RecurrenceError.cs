namespace OpenPayments.Flow.Values;

/// <summary>Why a text or its parts are no recurrence that can be paid by.</summary>
/// <param name="Part">Which part: <c>interval</c>, <c>repetitions</c>, <c>start</c>, <c>end</c> or <c>period</c>.</param>
/// <param name="Why">What was wrong and what would be right, in a sentence.</param>
public sealed record RecurrenceError(string Part, string Why);
