namespace OpenPayments.Flow.FSharp

open System.Text.Json
open OpenPayments.Flow

/// The flows of the guides: an order gives a state, a state the question to ask, its answer the next state.
[<RequireQualifiedAccess>]
module Flows =
    /// The first state, or what is wrong with the order. Nothing has been asked of anyone yet.
    let start (order: Order) : Result<FlowState, OrderError> = Flows.Start order |> Either.toResult

    /// What to ask next, and what each answer leads to.
    let next (state: FlowState) : Step<FlowState> = Flows.Next state

    /// Hands the next question to an interpreter.
    let ask (interpreter: IInterpreter<FlowState, 'out>) (state: FlowState) : 'out = (next state).Run interpreter

    /// What anyone who knows of the flow may see of it.
    let summary (state: FlowState) : FlowSummary = FlowSummary.Of state

    /// UTF-8 JSON of a state. It holds tokens in plain text: encrypt it at rest.
    let write (state: FlowState) : byte[] = FlowJson.Write state

    /// The state that was written; Error: why the text is no state of this version.
    let read (json: byte[]) : Result<FlowState, string> =
        try
            Ok(FlowJson.Read json)
        with :? JsonException as e ->
            Error e.Message
