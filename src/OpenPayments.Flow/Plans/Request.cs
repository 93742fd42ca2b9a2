namespace OpenPayments.Flow.Plans;

/// <summary>A request to a server; only an <see cref="Answer{T}"/> of <typeparamref name="TAnswer"/> answers it.</summary>
/// <typeparam name="TAnswer">What is asked for.</typeparam>
public abstract record Request<TAnswer>
{
    private protected Request() { }

    /// <summary>
    /// Whether sending it twice can do harm. A host writes down that such a request is in flight before it sends it; if it then does
    /// not know whether it was sent (it was killed in between), it answers <see cref="Answer{T}.Lost"/>, lets the flow decide, and
    /// never sends it again by itself.
    /// </summary>
    public virtual bool MustNotRepeat => false;
}
