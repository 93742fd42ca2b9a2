using LanguageExt;

namespace OpenPayments.Flow;

/// <summary>A question to the outside world; only an <see cref="Answer{T}"/> of <typeparamref name="TAnswer"/> fits it.</summary>
/// <typeparam name="TAnswer">What is asked for.</typeparam>
public abstract record Request<TAnswer>
{
    private protected Request() { }

    /// <summary>
    /// Whether asking twice does no harm. Where it is false and a host does not know if it asked (it was killed in between), it
    /// must answer <see cref="Answer{T}.Lost"/> and let the flow decide, never ask again.
    /// </summary>
    public virtual bool Harmless => true;

    /// <summary>
    /// Whether the question goes to a server. One that does not (a nonce, a wait, the payer's return) has no effect that a crash
    /// could hide, so a host need not write anything down before it asks.
    /// </summary>
    public virtual bool IsRemote => true;

    internal abstract TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<TAnswer>, Either<Rejection, TState>> then);
}
