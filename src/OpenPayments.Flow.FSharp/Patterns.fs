namespace OpenPayments.Flow.FSharp

open OpenPayments.Flow
open OpenPayments.Flow.Plans

/// Takes progresses and outcomes apart, completely.
[<AutoOpen>]
module Patterns =
    /// UnderWay carries the stage; Ended whatever is given back after it carries the end itself.
    let rec (|UnderWay|Completed|Partial|Failed|Uncertain|Cancelled|) (progress: Progress) =
        match progress with
        | :? Progress.Asking as p -> UnderWay p.Stage
        | :? Progress.Waiting as p -> UnderWay p.Then.Stage
        | :? Progress.Releasing as p ->
            match p.Next with
            | UnderWay stage -> UnderWay stage
            | Completed result -> Completed result
            | Partial(reason, result) -> Partial(reason, result)
            | Failed(reason, result) -> Failed(reason, result)
            | Uncertain(reason, result) -> Uncertain(reason, result)
            | Cancelled(reason, result) -> Cancelled(reason, result)
        | :? Progress.Completed as p -> Completed p.Result
        | :? Progress.Partial as p -> Partial(p.Reason, p.Result)
        | :? Progress.Failed as p -> Failed(p.Reason, p.Result)
        | :? Progress.Uncertain as p -> Uncertain(p.Reason, p.Result)
        | p -> let p = p :?> Progress.Cancelled in Cancelled(p.Reason, p.Result)

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
