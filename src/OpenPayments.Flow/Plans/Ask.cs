using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow;

/// <summary>Makes steps of questions.</summary>
internal static class Ask
{
    /// <summary>A question whose refusals and losses get the usual treatment: see <see cref="Troubles.Usual{T}"/>.</summary>
    public static Step<Turn> Usually<T>(Stage stage, Request<T> question, Func<T, DateTimeOffset, Turn> body) =>
        Checked(question, answer => Right<Rejection, Turn>(answer is Answer<T>.Body b ? body(b.Value, b.At) : Troubles.Usual(stage, answer)));

    /// <summary>A question whose every answer leads somewhere.</summary>
    public static Step<TState> Always<T, TState>(Request<T> question, Func<Answer<T>, TState> then) =>
        Checked(question, answer => Right<Rejection, TState>(then(answer)));

    /// <summary>A question that turns away what is not an answer to it.</summary>
    public static Step<TState> Checked<T, TState>(Request<T> question, Func<Answer<T>, Either<Rejection, TState>> then) =>
        new Step<TState>.Ask<T>(question, then);
}
