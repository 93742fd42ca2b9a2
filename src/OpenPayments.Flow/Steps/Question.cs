using OpenPayments.Flow.Plans;
namespace OpenPayments.Flow.Steps;

/// <summary>A request that an interpreter has a method for.</summary>
/// <typeparam name="TAnswer">What is asked for.</typeparam>
public abstract record Question<TAnswer> : Request<TAnswer>
{
    private protected Question() { }

    internal abstract TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<TAnswer>, TState> next);
}

/// <summary>Hands steps to interpreters.</summary>
public static class StepInterpreter
{
    /// <summary>Calls the interpreter's method for the step's question, with what its answer leads to.</summary>
    public static TOut Run<TState, TOut>(this Step<TState> step, IInterpreter<TState, TOut> interpreter)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(interpreter);
        return step.Accept(new Dispatch<TState, TOut>(interpreter));
    }

    private sealed class Dispatch<TState, TOut>(IInterpreter<TState, TOut> interpreter) : IStepVisitor<TState, TOut>
    {
        // every request is a question: neither can be derived from outside this assembly
        public TOut Ask<TAnswer>(Step<TState>.Ask<TAnswer> step) => ((Question<TAnswer>)step.Request).Run(interpreter, step.Next);

        public TOut Draw(Step<TState>.Draw step) => interpreter.Draw(step.Next);

        public TOut Wait(Step<TState>.Wait step) => interpreter.Wait(step.Until, step.Next);

        public TOut Await(Step<TState>.Await step) => interpreter.Await(step);

        public TOut Done() => interpreter.Done();
    }
}
