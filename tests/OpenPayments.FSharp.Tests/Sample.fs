/// The interpreter that docs/flow.md quotes: it knows some wallet addresses by heart, and stops at any other question.
module OpenPayments.FSharp.Tests.Sample

open Xunit
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.FSharp

let now = Servers.noon
let wallets: Map<string, WalletAddress> = Map [ Servers.sender.AbsoluteUri, Servers.wallet Servers.sender ]
let private stop (next: Next<'a, FlowState>) = Answer.refused now (Refusal 403) |> Interpreter.resume next |> Some

let interpreter =
    { new IInterpreter<FlowState, Result<FlowState, Rejection> option> with
        member _.GetWalletAddress(ask, next) =
            match Map.tryFind ask.Address.AbsoluteUri wallets with
            | Some wallet -> Answer.body now wallet |> Interpreter.resume next |> Some
            | None -> Answer.refused now (Refusal 404) |> Interpreter.resume next |> Some
        member _.RequestGrant(_, next) = stop next
        member _.RequestSubject(_, next) = stop next
        member _.RotateToken(_, next) = stop next
        member _.CreateIncomingPayment(_, next) = stop next
        member _.CreateQuote(_, next) = stop next
        member _.DrawNonce(_, next) = stop next
        member _.DrawMark(_, next) = stop next
        member _.AwaitInteraction(_, next) = stop next
        member _.ContinueGrant(_, next) = stop next
        member _.CreateOutgoingPayment(_, next) = stop next
        member _.ListOutgoingPayments(_, next) = stop next
        member _.GetOutgoingPayment(_, next) = stop next
        member _.GetIncomingPayment(_, next) = stop next
        member _.GetSpentAmounts(_, next) = stop next
        member _.Wait(_, next) = stop next
        member _.Done() = None }

let describe (progress: Progress) =
    match progress with
    | Asking stage when (stage :? Consenting.Awaiting) -> "the payer is asked to agree"
    | Asking _ -> "asking the providers"
    | Waiting(until, _) -> $"nothing to do before {until:t}"
    | Rotating _ -> "renewing a token"
    | Completed result -> $"{result.Payments.Count} paid"
    | Partial(reason, _) | Failed(reason, _) -> reason.Detail
    | Uncertain(reason, _) -> reason.Advice

[<Fact>]
let ``The sample knows the sender and not the receiver`` () =
    let rec go state =
        match Flows.ask interpreter state with
        | Some(Ok next) -> go next
        | Some(Error _) | None -> state
    Assert.Equal("There is no wallet address at this URL (404).", describe (go Walk.started).Progress)
