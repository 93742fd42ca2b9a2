namespace OpenPayments.Flow.Tests.World;

/// <summary>What one question led to: another state, or a rejection of its answer.</summary>
/// <param name="Question">Which.</param>
/// <param name="Answer">What kind of answer it was given.</param>
/// <param name="To">The next state; null where the answer was rejected.</param>
/// <param name="Rejected">Why it was; null where it was not.</param>
/// <param name="At">When.</param>
public sealed record Happening(string Question, string Answer, FlowState? To, Rejection? Rejected, DateTimeOffset At);
