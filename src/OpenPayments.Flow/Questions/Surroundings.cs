using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>A fresh nonce for the interaction hash (RFC 9635 section 2.5.2): at least 128 random bits, as ASCII text.</summary>
public sealed record DrawNonce : Request<Secret>
{
    /// <summary>False: nothing leaves this machine.</summary>
    public override bool IsRemote => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<Secret>, Either<Rejection, TState>> then) =>
        interpreter.DrawNonce(this, then);
}

/// <summary>A word that nobody else uses, to find a payment by: at least 128 random bits, as ASCII text. It is no secret.</summary>
public sealed record DrawMark : Request<Mark>
{
    /// <summary>False: nothing leaves this machine.</summary>
    public override bool IsRemote => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<Mark>, Either<Rejection, TState>> then) =>
        interpreter.DrawMark(this, then);
}

/// <summary>See <see cref="DrawMark"/>.</summary>
public sealed record Mark(string Text);

/// <summary>Do nothing until a point in time.</summary>
/// <param name="Until">When to answer. An answer received earlier changes nothing.</param>
public sealed record Wait(DateTimeOffset Until) : Request<Elapsed>
{
    /// <summary>False: nothing leaves this machine.</summary>
    public override bool IsRemote => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<Elapsed>, Either<Rejection, TState>> then) =>
        interpreter.Wait(this, then);
}

/// <summary>The time has come.</summary>
public sealed record Elapsed;
