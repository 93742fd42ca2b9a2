using OpenPayments.Flow.Plans;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>A flow whose every answer is its next state, so that a test sees the answer itself.</summary>
internal static class Answers
{
    public static Func<Answer<T>, object> Same<T>() => answer => answer;

    public static async Task<Answer<T>> Of<T>(Task<StepResult<object>> move) => Assert.IsAssignableFrom<Answer<T>>(Assert.IsType<StepResult<object>.To>(await move).State);

    public static async Task<T> Body<T>(Task<StepResult<object>> move) => Assert.IsType<Answer<T>.Body>(await Of<T>(move)).Value;

    public static async Task<Refusal> Refusal<T>(Task<StepResult<object>> move) => Assert.IsType<Answer<T>.Refused>(await Of<T>(move)).Refusal;
}
