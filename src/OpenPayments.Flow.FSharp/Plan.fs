namespace OpenPayments.Flow.FSharp

open System
open System.Text.Json
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps

/// Plans as computation expressions: let! takes what a step finds out.
type PlanBuilder internal () =
    /// let!
    member _.Bind(plan: Plan<'a>, next: 'a -> Plan<'b>) : Plan<'b> = Plan.Then(plan, Func<'a, Plan<'b>> next)

    /// return
    member _.Return(value: 'a) : Plan<'a> = Plan.Return value

    /// return!
    member _.ReturnFrom(plan: Plan<'a>) : Plan<'a> = plan

/// plan { ... }
[<AutoOpen>]
module PlanExpression =
    /// A flow of one's own, out of the steps: plan { let! wallet = Wallets.ReadSender address ... return Result.Of outcome }
    let plan = PlanBuilder()

/// A plan as a machine: for flows of one's own, whose state is a Progress.
[<RequireQualifiedAccess>]
module Machine =
    /// Where the plan stands before its first question.
    let start (plan: Plan<Result>) : Progress = PlanMachine.Begin plan

    /// What to ask next, and what each answer leads to. The plan must be the one that the progress came from.
    let next (plan: Plan<Result>) (progress: Progress) : Step<Progress> = PlanMachine.Next(plan, progress)

    /// Hands the next question to an interpreter.
    let ask (interpreter: IInterpreter<Progress, 'out>) (plan: Plan<Result>) (progress: Progress) : 'out =
        Interpreter.run interpreter (next plan progress)

    /// The payer's browser came back. Error: it did not come from the wallet, or nobody waits for it; nothing has changed.
    let payerReturns (at: DateTimeOffset) (result: InteractionResult) (plan: Plan<Result>) (progress: Progress) : Result<Progress, Rejection> =
        PlanMachine.Return(plan, progress, result, at) |> Either.toResult

    /// Cancels the order. Error: it is over, or was cancelled before.
    let cancel (at: DateTimeOffset) (why: string) (plan: Plan<Result>) (progress: Progress) : Result<Progress, Rejection> =
        PlanMachine.Cancel(plan, progress, why, at) |> Either.toResult

    /// UTF-8 JSON of a progress. It holds tokens in plain text: encrypt it at rest.
    let write (progress: Progress) : byte[] = ProgressJson.Write progress

    /// The progress that was written; Error: why the text is no progress of this version.
    let read (json: byte[]) : Result<Progress, string> =
        try
            Ok(ProgressJson.Read json)
        with
        | :? JsonException as e -> Error e.Message
        | :? NewerFormatException as e -> Error e.Message
