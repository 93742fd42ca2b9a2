using LanguageExt;

namespace OpenPayments.Flow;

/// <summary>What a state waits for: one question and what its answer leads to, or nothing more.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Step<TState>
{
    private Step() { }

    /// <summary>Hands the question to <paramref name="interpreter"/>, with the type of its answer opened.</summary>
    public abstract TOut Run<TOut>(IInterpreter<TState, TOut> interpreter);

    /// <summary>One question.</summary>
    /// <param name="Question">What to ask.</param>
    /// <param name="Then">
    /// The state that an answer leads to: <c>Right</c>. <c>Left</c> when the answer is not one to this question (forged, replayed,
    /// someone else's): nothing has changed and the same question still stands.
    /// </param>
    /// <typeparam name="TAnswer">What is asked for.</typeparam>
    public sealed record Ask<TAnswer>(Request<TAnswer> Question, Func<Answer<TAnswer>, Either<Rejection, TState>> Then) : Step<TState>
    {
        /// <inheritdoc />
        public override TOut Run<TOut>(IInterpreter<TState, TOut> interpreter) => Question.Run(interpreter, Then);
    }

    /// <summary>Nothing more to ask: the state is final.</summary>
    public sealed record Done : Step<TState>
    {
        /// <inheritdoc />
        public override TOut Run<TOut>(IInterpreter<TState, TOut> interpreter)
        {
            ArgumentNullException.ThrowIfNull(interpreter);
            return interpreter.Done();
        }
    }
}

/// <summary>Why an answer was turned away. The state stands as it stood.</summary>
public abstract record Rejection
{
    private Rejection() { }

    /// <summary>The interaction hash does not fit (RFC 9635 section 4.2.3): forged, or made for another payment.</summary>
    public sealed record HashMismatch : Rejection;

    /// <summary>The interaction result is not well-formed: <paramref name="What"/> says which part.</summary>
    public sealed record Malformed(string What) : Rejection;
}
