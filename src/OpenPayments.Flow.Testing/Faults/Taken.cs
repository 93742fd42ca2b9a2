namespace OpenPayments.Flow.Testing;

/// <summary>One step of a run.</summary>
/// <param name="Question">What was asked: the request's type, or what was waited for.</param>
/// <param name="Answer">What kind of answer it was given.</param>
/// <param name="State">The state that follows; the same as before where what came was turned away.</param>
/// <param name="Rejected">Why what came from outside was turned away; null where it was not.</param>
internal sealed record Taken(string Question, string Answer, Progress State, Rejection? Rejected = null);
