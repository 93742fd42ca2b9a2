namespace OpenPayments.Flow.FSharp

open System
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps

/// LanguageExt's Either, which C# returns at the edges, as F#'s own Result.
[<RequireQualifiedAccess>]
module Either =
    /// Right is Ok, Left is Error.
    let toResult (either: LanguageExt.Either<'left, 'right>) : Result<'right, 'left> =
        either.Match<Result<'right, 'left>>(
            Right = Func<'right, Result<'right, 'left>>(Ok),
            Left = Func<'left, Result<'right, 'left>>(Error)
        )

/// For interpreters: an object expression of IInterpreter answers every question there is, or does not compile.
[<RequireQualifiedAccess>]
module Interpreter =
    /// Hands a step to an interpreter.
    let run (interpreter: IInterpreter<'state, 'out>) (step: Step<'state>) : 'out = StepInterpreter.Run(step, interpreter)

    /// The state that an answer leads to.
    let resume (next: Func<Answer<'answer>, 'state>) (answer: Answer<'answer>) : 'state = next.Invoke answer
