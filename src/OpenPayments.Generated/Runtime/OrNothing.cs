namespace OpenPayments.Generated;

/// <summary>
/// The body of a success that may have none: the documents declare an answer with a body and one without (200 and 204), or a body that
/// may be <c>null</c>.
/// </summary>
/// <typeparam name="T">The body where there is one.</typeparam>
public abstract record OrNothing<T>
{
    private OrNothing() { }

    /// <summary>Calls the function of the case that this is.</summary>
    public abstract TOut Match<TOut>(Func<Something, TOut> something, Func<Nothing, TOut> nothing);

    /// <summary>There is a body.</summary>
    /// <param name="Body">The body.</param>
    public sealed record Something(T Body) : OrNothing<T>
    {
        /// <inheritdoc />
        public override TOut Match<TOut>(Func<Something, TOut> something, Func<Nothing, TOut> nothing) => something(this);
    }

    /// <summary>There is none.</summary>
    public sealed record Nothing : OrNothing<T>
    {
        /// <inheritdoc />
        public override TOut Match<TOut>(Func<Something, TOut> something, Func<Nothing, TOut> nothing) => nothing(this);
    }
}
