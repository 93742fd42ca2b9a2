using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow;

/// <summary>What a state waits for: one question and what its answer leads to, or nothing more.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Step<TState>
{
    private Step() { }

    /// <summary>Hands the question to <paramref name="interpreter"/>, with the type of its answer opened.</summary>
    public abstract TOut Run<TOut>(IInterpreter<TState, TOut> interpreter);

    /// <summary>The same question for a larger state that holds this one.</summary>
    /// <typeparam name="TOuter">The larger state.</typeparam>
    public abstract Step<TOuter> Map<TOuter>(Func<TState, TOuter> into);

    /// <summary>See <see cref="Request{T}.Harmless"/>.</summary>
    public abstract bool Harmless { get; }

    /// <summary>See <see cref="Request{T}.IsRemote"/>.</summary>
    public abstract bool IsRemote { get; }

    /// <summary>What it leads to that the question was asked and no answer will come: the host that asked it is gone.</summary>
    /// <param name="why">For people.</param>
    /// <param name="at">The time now.</param>
    public abstract Either<Rejection, TState> Lose(string why, DateTimeOffset at);

    /// <summary>What it leads to that the payer's browser came back. <c>Left</c> where the flow does not wait for it.</summary>
    /// <param name="result">What it brought.</param>
    /// <param name="at">When.</param>
    public abstract Either<Rejection, TState> Return(InteractionResult result, DateTimeOffset at);

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

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Ask<TAnswer>(Question, answer => Then(answer).Map(into));

        /// <inheritdoc />
        public override bool Harmless => Question.Harmless;

        /// <inheritdoc />
        public override bool IsRemote => Question.IsRemote;

        /// <inheritdoc />
        public override Either<Rejection, TState> Lose(string why, DateTimeOffset at) => Then(new Answer<TAnswer>.Lost(why, at));

        /// <inheritdoc />
        public override Either<Rejection, TState> Return(InteractionResult result, DateTimeOffset at) =>
            Then is Func<Answer<InteractionResult>, Either<Rejection, TState>> then ? then(new Answer<InteractionResult>.Body(result, at)) : Left<Rejection, TState>(new Rejection.NotAwaited());
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

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Done();

        /// <inheritdoc />
        public override bool Harmless => true;

        /// <inheritdoc />
        public override bool IsRemote => false;

        /// <inheritdoc />
        public override Either<Rejection, TState> Lose(string why, DateTimeOffset at) => Left<Rejection, TState>(new Rejection.NotAwaited());

        /// <inheritdoc />
        public override Either<Rejection, TState> Return(InteractionResult result, DateTimeOffset at) => Left<Rejection, TState>(new Rejection.NotAwaited());
    }
}
