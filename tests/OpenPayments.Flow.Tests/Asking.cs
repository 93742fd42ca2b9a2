namespace OpenPayments.Flow.Tests;

/// <summary>How an example reads: a state, after an answer, is another state.</summary>
public static class Asking
{
    /// <summary>The state that an answer leads to; fails if the answer is rejected or is none to this state's question.</summary>
    public static Payment After<T>(this Payment state, Answer<T> answer) => state.Step<T>().Then(answer).Match(
        Right: to => to,
        Left: why => throw new InvalidOperationException($"rejected: {why}"));

    /// <summary>Why an answer is turned away; fails if it is not.</summary>
    public static Rejection Rejects<T>(this Payment state, Answer<T> answer) => state.Step<T>().Then(answer).Match(
        Right: to => throw new InvalidOperationException($"not rejected: {to}"),
        Left: why => why);

    /// <summary>The question that a state asks.</summary>
    public static Request<T> Asks<T>(this Payment state) => state.Step<T>().Question;

    private static Step<Payment>.Ask<T> Step<T>(this Payment state) => PaymentFlow.Next(state) as Step<Payment>.Ask<T>
        ?? throw new InvalidOperationException($"{state.GetType().Name} does not ask for a {typeof(T).Name}");
}
