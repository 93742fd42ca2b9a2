namespace OpenPayments.Flow.FSharp

open System
open OpenPayments.Flow

/// What a question's answer leads to, as an interpreter is handed it.
type Next<'answer, 'state> = Func<Answer<'answer>, LanguageExt.Either<Rejection, 'state>>

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
    /// The state that an answer leads to. Error: the answer is none to this question, nothing has changed, and it still stands.
    let resume (next: Next<'answer, 'state>) (answer: Answer<'answer>) : Result<'state, Rejection> =
        next.Invoke answer |> Either.toResult
