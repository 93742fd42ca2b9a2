using System.Text.Json;

namespace OpenPayments.Flow.Testing;

/// <summary>A question as text: to compare two, and to look for what must not be in one.</summary>
/// <param name="Kind">What is asked: the request's type, or <c>Draw</c>, <c>Wait</c>, <c>Await</c>, <c>Done</c>.</param>
/// <param name="Content">All that is in it, secrets included.</param>
/// <param name="Printed">The same as a log shows it, without secrets.</param>
internal sealed record RecordedQuestion(string Kind, string Content, string Printed)
{
    public static RecordedQuestion Of(Step<Progress> step) => step.Accept(Writer.Of);

    private sealed class Writer : IStepVisitor<Progress, RecordedQuestion>
    {
        public static readonly Writer Of = new();

        public RecordedQuestion Ask<T>(Step<Progress>.Ask<T> step)
        {
            var type = step.Request.GetType();
            return new(type.Name, JsonSerializer.Serialize(step.Request, type), $"{step.Request} {step}");
        }

        public RecordedQuestion Draw(Step<Progress>.Draw step) => new("Draw", "", step.ToString());

        public RecordedQuestion Wait(Step<Progress>.Wait step) => new("Wait", $"{step.Until:O}", step.ToString());

        public RecordedQuestion Await(Step<Progress>.Await step) =>
            new("Await", $"{step.Until:O} {step.Redirect?.Reveal()}", step.ToString());

        public RecordedQuestion Done() => new("Done", "", "");
    }
}
