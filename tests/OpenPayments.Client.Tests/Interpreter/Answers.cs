using LanguageExt;
using OpenPayments.Flow;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>A flow whose every answer is its next state, so that a test sees the answer itself.</summary>
internal static class Answers
{
    public static Func<Answer<T>, Either<Rejection, object>> Same<T>() => answer => Prelude.Right<Rejection, object>(answer);

    public static async Task<Answer<T>> Of<T>(Task<Move<object>> move) => Assert.IsAssignableFrom<Answer<T>>(Assert.IsType<Move<object>.To>(await move).State);

    public static async Task<T> Body<T>(Task<Move<object>> move) => Assert.IsType<Answer<T>.Body>(await Of<T>(move)).Value;

    public static async Task<Refusal> Refusal<T>(Task<Move<object>> move) => Assert.IsType<Answer<T>.Refused>(await Of<T>(move)).Refusal;
}
