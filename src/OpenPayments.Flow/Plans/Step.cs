using OpenPayments.Generated;

namespace OpenPayments.Flow.Plans;

/// <summary>What a state waits for: one question and what its answer leads to, or nothing more.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Step<TState>
{
    private Step() { }

    /// <summary>Calls the visitor's method for the case that this is, with the type of a request's answer opened.</summary>
    public abstract TOut Accept<TOut>(IStepVisitor<TState, TOut> visitor);

    /// <summary>The same question for a larger state that holds this one.</summary>
    /// <typeparam name="TOuter">The larger state.</typeparam>
    public abstract Step<TOuter> Map<TOuter>(Func<TState, TOuter> into);

    /// <summary>A request to a server.</summary>
    public abstract record Remote : Step<TState>
    {
        private protected Remote() { }

        /// <summary>See <see cref="Request{T}.MustNotRepeat"/>.</summary>
        public abstract bool MustNotRepeat { get; }

        /// <summary>The state that follows when the request was sent, or may have been, and no answer will come.</summary>
        /// <param name="why">For people.</param>
        /// <param name="at">The time now.</param>
        public abstract TState Lose(string why, DateTimeOffset at);

        /// <summary>The state that follows when the request was certainly not sent: what was not sent did not happen.</summary>
        /// <param name="why">For people.</param>
        /// <param name="at">The time now.</param>
        public abstract TState NotSent(string why, DateTimeOffset at);
    }

    /// <summary>One request to a server, with the type of its answer.</summary>
    /// <param name="Request">What to send.</param>
    /// <param name="Next">The state that an answer leads to.</param>
    /// <typeparam name="TAnswer">What is asked for.</typeparam>
    public sealed record Ask<TAnswer>(Request<TAnswer> Request, Func<Answer<TAnswer>, TState> Next) : Remote
    {
        /// <inheritdoc />
        public override bool MustNotRepeat => Request.MustNotRepeat;

        /// <inheritdoc />
        public override TOut Accept<TOut>(IStepVisitor<TState, TOut> visitor) => visitor.Ask(this);

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Ask<TAnswer>(Request, answer => into(Next(answer)));

        /// <inheritdoc />
        public override TState Lose(string why, DateTimeOffset at) => Next(new Answer<TAnswer>.Lost(why, at));

        /// <inheritdoc />
        public override TState NotSent(string why, DateTimeOffset at) =>
            Next(new Answer<TAnswer>.Refused(new Refusal(0, Refusal.Codes.NotSent, why), at));
    }

    /// <summary>Draw random text: at least 128 bits from a cryptographic source, as ASCII. Nothing leaves this machine.</summary>
    /// <param name="Next">The state that the text leads to.</param>
    public sealed record Draw(Func<Secret, DateTimeOffset, TState> Next) : Step<TState>
    {
        /// <inheritdoc />
        public override TOut Accept<TOut>(IStepVisitor<TState, TOut> visitor) => visitor.Draw(this);

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Draw((text, at) => into(Next(text, at)));
    }

    /// <summary>Do nothing until a point in time.</summary>
    /// <param name="Until">When to go on.</param>
    /// <param name="Next">The state at a time; before <paramref name="Until"/> it is the same.</param>
    public sealed record Wait(DateTimeOffset Until, Func<DateTimeOffset, TState> Next) : Step<TState>
    {
        /// <inheritdoc />
        public override TOut Accept<TOut>(IStepVisitor<TState, TOut> visitor) => visitor.Wait(this);

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Wait(Until, at => into(Next(at)));
    }

    /// <summary>
    /// Wait for an event from outside: the payer's return from the consent page, or the next order under a grant. It reaches the flow by
    /// <c>Flows.Return</c> and <c>Flows.Order</c>, not by an answer.
    /// </summary>
    /// <param name="Until">When to stop waiting.</param>
    /// <param name="Redirect">
    /// Where to send the payer's browser (RFC 9635 section 4.1); null where no payer is waited for. A secret: whoever holds it can act in
    /// the payer's place.
    /// </param>
    /// <param name="TimedOut">The state when nothing has come by a time; before <paramref name="Until"/> it is the same.</param>
    public sealed record Await(DateTimeOffset Until, Secret? Redirect, Func<DateTimeOffset, TState> TimedOut) : Step<TState>
    {
        /// <inheritdoc />
        public override TOut Accept<TOut>(IStepVisitor<TState, TOut> visitor) => visitor.Await(this);

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Await(Until, Redirect, at => into(TimedOut(at)));
    }

    /// <summary>Nothing more to ask: the state is final.</summary>
    public sealed record Done : Step<TState>
    {
        /// <inheritdoc />
        public override TOut Accept<TOut>(IStepVisitor<TState, TOut> visitor) => visitor.Done();

        /// <inheritdoc />
        public override Step<TOuter> Map<TOuter>(Func<TState, TOuter> into) => new Step<TOuter>.Done();
    }
}

/// <summary>One method for each kind of step. Most hosts want an interpreter instead, which has one for each request.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
/// <typeparam name="TOut">What is made of a step.</typeparam>
public interface IStepVisitor<TState, TOut>
{
    /// <summary>A request to a server.</summary>
    TOut Ask<TAnswer>(Step<TState>.Ask<TAnswer> step);

    /// <summary>Random text is to be drawn.</summary>
    TOut Draw(Step<TState>.Draw step);

    /// <summary>Time is to pass.</summary>
    TOut Wait(Step<TState>.Wait step);

    /// <summary>An event from outside is waited for.</summary>
    TOut Await(Step<TState>.Await step);

    /// <summary>Nothing is left to ask.</summary>
    TOut Done();
}
