/// The interpreter that docs/flow.md quotes: it knows some wallet addresses by heart, and stops at any other question.
module OpenPayments.FSharp.Tests.Sample

open System
open Xunit
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps
open OpenPayments.Flow.FSharp

let now = Servers.noon
let wallets: Map<string, WalletAddress> = Map [ Servers.sender.AbsoluteUri, Servers.wallet Servers.sender ]
let private stop (next: Func<Answer<'a>, FlowState>) = Answer.refused now (Refusal 403) |> Interpreter.resume next |> Some

let interpreter =
    { new IInterpreter<FlowState, FlowState option> with
        member _.GetWalletAddress(ask, next) =
            match Map.tryFind ask.Address.AbsoluteUri wallets with
            | Some wallet -> Answer.body now wallet |> Interpreter.resume next |> Some
            | None -> Answer.refused now (Refusal 404) |> Interpreter.resume next |> Some
        member _.RequestGrant(_, next) = stop next
        member _.RequestSubject(_, next) = stop next
        member _.RotateToken(_, next) = stop next
        member _.RevokeToken(_, next) = stop next
        member _.CancelGrant(_, next) = stop next
        member _.CreateIncomingPayment(_, next) = stop next
        member _.CreateQuote(_, next) = stop next
        member _.ContinueGrant(_, next) = stop next
        member _.CreateOutgoingPayment(_, next) = stop next
        member _.ListOutgoingPayments(_, next) = stop next
        member _.GetOutgoingPayment(_, next) = stop next
        member _.GetIncomingPayment(_, next) = stop next
        member _.GetSpentAmounts(_, next) = stop next
        member _.Draw next = Some(next.Invoke(Secret "nonce", now))
        member _.Wait(_, _) = None
        member _.Await _ = None
        member _.Done() = None }

let describe (progress: Progress) =
    match progress with
    | UnderWay stage when (stage :? AwaitingReturn) -> "the payer is asked to agree"
    | UnderWay _ -> "asking the providers"
    | Completed result -> $"{result.Payments.Count} paid"
    | Partial(reason, _) | Failed(reason, _) | Cancelled(reason, _) -> reason.Detail
    | Uncertain(reason, _) -> reason.Advice

[<Fact>]
let ``The sample knows the sender and not the receiver`` () =
    let rec go state =
        match Flows.ask interpreter state with
        | Some next -> go next
        | None -> state
    Assert.Equal("There is no wallet address at this URL (404).", describe (go Walk.started).Progress)
