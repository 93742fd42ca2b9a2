namespace OpenPayments.Flow.FSharp

open OpenPayments.Flow

/// Takes progresses and outcomes apart, completely.
[<AutoOpen>]
module Patterns =
    /// Asking carries the stage, Waiting the time and the stage that goes on then, Rotating the stage whose token is renewed.
    let (|Asking|Waiting|Rotating|Completed|Partial|Failed|Uncertain|) (progress: Progress) =
        match progress with
        | :? Progress.Asking as p -> Asking p.Stage
        | :? Progress.Waiting as p -> Waiting(p.Until, p.Then.Stage)
        | :? Progress.Rotating as p -> Rotating p.Then.Stage
        | :? Progress.Completed as p -> Completed p.Result
        | :? Progress.Partial as p -> Partial(p.Reason, p.Result)
        | :? Progress.Failed as p -> Failed(p.Reason, p.Result)
        | p -> let p = p :?> Progress.Uncertain in Uncertain(p.Reason, p.Result)

    /// How one payment ended. Unpaid: the time is None where trying again would change nothing.
    let (|Paid|PaidInPart|Unpaid|Unknown|) (outcome: Outcome) =
        match outcome with
        | :? Outcome.Paid as o -> Paid o.Receipt
        | :? Outcome.PaidInPart as o -> PaidInPart(o.Reason, o.Receipt)
        | :? Outcome.Unpaid as o -> Unpaid(o.Reason, Option.ofNullable o.At)
        | o -> let o = o :?> Outcome.Unknown in Unknown(o.Reason, o.Receipt)

    /// A part of a plan that may fail: what it found out, or how it ended.
    let (|Known|Otherwise|) (attempted: Attempted<'a>) =
        match attempted.Known with
        | null -> Otherwise(nonNull attempted.Otherwise)
        | known -> Known known
