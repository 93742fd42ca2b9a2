namespace OpenPayments.Flow.FSharp

open System
open OpenPayments.Flow
open OpenPayments.Flow.Plans

/// Makes answers; the time is when each was received, or given up on.
[<RequireQualifiedAccess>]
module Answer =
    /// What was asked for.
    let body (at: DateTimeOffset) (value: 'a) : Answer<'a> = Answer<'a>.Body(value, at)

    /// A refusal, as the server put it.
    let refused (at: DateTimeOffset) (refusal: Refusal) : Answer<'a> = Answer<'a>.Refused(refusal, at)

    /// Sent, and nothing came back: it may or may not have happened. The text is for people.
    let lost (at: DateTimeOffset) (why: string) : Answer<'a> = Answer<'a>.Lost(why, at)

/// Takes answers apart, completely.
[<AutoOpen>]
module AnswerPatterns =
    /// What came back: the body, a refusal, or nothing with the reason in words.
    let (|Body|Refused|Lost|) (answer: Answer<'a>) =
        match answer with
        | :? (Answer<'a>.Body) as a -> Body a.Value
        | :? (Answer<'a>.Refused) as a -> Refused a.Refusal
        | a -> Lost (a :?> Answer<'a>.Lost).Why

    /// Why an event was turned away: the hash does not fit, the named part is malformed, or nobody waits for it.
    let (|HashMismatch|Malformed|NotAwaited|) (rejection: Rejection) =
        match rejection with
        | :? Rejection.HashMismatch -> HashMismatch
        | :? Rejection.Malformed as r -> Malformed r.What
        | r -> NotAwaited (r :?> Rejection.NotAwaited).Why
