namespace OpenPayments.Flow.FSharp

open System
open System.Text.Json
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps

/// The flows of the guides: an order gives a state, a state the question to ask, its answer the next state.
[<RequireQualifiedAccess>]
module Flows =
    /// The first state, or what is wrong with the order. Nothing has been asked of anyone yet.
    let start (order: Order) : Result<FlowState, OrderError> = Flows.Start order |> Either.toResult

    /// What to ask next, and what each answer leads to.
    let next (state: FlowState) : Step<FlowState> = Flows.Next state

    /// Hands the next question to an interpreter.
    let ask (interpreter: IInterpreter<FlowState, 'out>) (state: FlowState) : 'out = Interpreter.run interpreter (next state)

    /// The payer's browser came back. Error: it did not come from the wallet, or nobody waits for it; nothing has changed.
    let payerReturns (at: DateTimeOffset) (result: InteractionResult) (state: FlowState) : Result<FlowState, Rejection> =
        Flows.Return(state, result, at) |> Either.toResult

    /// Orders the next payment under a grant. Error: it is not well-formed, or none is waited for now.
    let order (at: DateTimeOffset) (payment: FuturePayment) (state: FlowState) : Result<FlowState, Rejection> =
        Flows.Order(state, payment, at) |> Either.toResult

    /// No more payments will be ordered under the grant. Error: none is waited for now.
    let close (at: DateTimeOffset) (state: FlowState) : Result<FlowState, Rejection> = Flows.Close(state, at) |> Either.toResult

    /// Cancels the order: after it, no new payment is made. Error: it is over, or was cancelled before.
    let cancel (at: DateTimeOffset) (why: string) (state: FlowState) : Result<FlowState, Rejection> =
        Flows.Cancel(state, why, at) |> Either.toResult

    /// What anyone who knows of the flow may see of it.
    let summary (state: FlowState) : FlowSummary = FlowSummary.Of state

    /// UTF-8 JSON of a state. It holds tokens in plain text: encrypt it at rest.
    let write (state: FlowState) : byte[] = FlowJson.Write state

    /// The state that was written; Error: why the text is no state of this release.
    let read (json: byte[]) : Result<FlowState, string> =
        try
            Ok(FlowJson.Read json)
        with
        | :? JsonException as e -> Error e.Message
        | :? NewerFormatException as e -> Error e.Message
