namespace OpenPayments.Flow.Tests;

/// <summary>Answers a stage without knowing what it asks for: what can come back on any request.</summary>
internal static class AnyRequest
{
    public static Transition Lost(Stage stage, DateTimeOffset at) =>
        ((Step<Transition>.Remote)stage.Next()).Lose("timed out after 20 s", at);

    public static Transition NotSent(Stage stage, DateTimeOffset? at = null) =>
        ((Step<Transition>.Remote)stage.Next()).NotSent("The token is no header value.", at ?? Given.Noon);

    public static Transition Refused(Stage stage, Refusal refusal, DateTimeOffset? at = null) =>
        stage.Next().Accept(new Refuse(refusal, at ?? Given.Noon));

    private sealed class Refuse(Refusal refusal, DateTimeOffset at) : IStepVisitor<Transition, Transition>
    {
        public Transition Ask<T>(Step<Transition>.Ask<T> step) => step.Next(new Answer<T>.Refused(refusal, at));

        public Transition Draw(Step<Transition>.Draw step) => throw new InvalidOperationException("nobody refuses a draw");

        public Transition Wait(Step<Transition>.Wait step) => throw new InvalidOperationException("nobody refuses a wait");

        public Transition Await(Step<Transition>.Await step) => throw new InvalidOperationException("nobody refuses an event");

        public Transition Done() => throw new InvalidOperationException("nothing is left to ask");
    }
}
