/// Drives any flow from F#: one object expression answers every question, and the compiler checks that none is forgotten.
module OpenPayments.FSharp.Tests.Walk

open System
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.FSharp

type Fate =
    | Honest
    | Refuses of status: int
    | Loses
    | Forges

/// What one question led to. A question comes with its name.
type Turn<'state> =
    | Moved of question: string * 'state
    | Turned of question: string * Rejection
    | Over

let answering (at: DateTimeOffset) (fate: Fate) =
    let reply (ask: Request<'a>) (next: Next<'a, 'state>) (honest: unit -> 'a) =
        let answer =
            match fate with
            | Honest | Forges -> Answer.body at (honest ())
            | Refuses status -> Answer.refused at (Refusal status)
            | Loses -> Answer.lost at "timed out"
        let question = ask.GetType().Name
        match Interpreter.resume next answer with
        | Ok state -> Moved(question, state)
        | Error rejection -> Turned(question, rejection)

    { new IInterpreter<'state, Turn<'state>> with
        member _.GetWalletAddress(ask, next) = reply ask next (fun () -> Servers.wallet ask.Address)
        member _.RequestGrant(ask, next) = reply ask next (fun () -> Servers.grant ask)
        member _.RequestSubject(ask, next) = reply ask next (fun () -> Servers.subject ask)
        member _.RotateToken(ask, next) = reply ask next Servers.rotated
        member _.CreateIncomingPayment(ask, next) = reply ask next (fun () -> Servers.created ask)
        member _.CreateQuote(ask, next) = reply ask next (fun () -> Servers.quote ask)
        member _.DrawNonce(ask, next) = reply ask next Servers.drawn
        member _.DrawMark(ask, next) = reply ask next Servers.mark
        member _.AwaitInteraction(ask, next) = reply ask next (if fate = Forges then Servers.forged else Servers.approved)
        member _.ContinueGrant(ask, next) = reply ask next Servers.continued
        member _.CreateOutgoingPayment(ask, next) = reply ask next (fun () -> Servers.paid ask)
        member _.ListOutgoingPayments(ask, next) = reply ask next Servers.page
        member _.GetOutgoingPayment(ask, next) = reply ask next Servers.sent
        member _.GetIncomingPayment(ask, next) = reply ask next (fun () -> Servers.arrived ask)
        member _.GetSpentAmounts(ask, next) = reply ask next Servers.spent
        member _.Wait(ask, next) = reply ask next (fun () -> Elapsed())
        member _.Done() = Over }

/// When a question is answered: a wait when its time has come, the rest a second after the one before.
let private timeOf (now: DateTimeOffset) (progress: Progress) =
    match progress with
    | Waiting(until, _) -> max now until
    | Asking stage ->
        match stage with
        | :? Pausing as s -> max now s.Until
        | :? Consenting.Awaiting as s when now > s.Grant.Until.AddMinutes -5.0 -> max now s.Grant.Until
        | _ -> now.AddSeconds 1.0
    | _ -> now.AddSeconds 1.0

/// Every state that is passed and every question that is asked, newest first. `ask` asks a state's question, `progress` tells where it stands.
let walk (ask: IInterpreter<'state, Turn<'state>> -> 'state -> Turn<'state>) (progress: 'state -> Progress) (fates: Fate list) (first: 'state) =
    let rec go now fates passed asked state =
        let fate, later = match fates with [] -> Honest, [] | fate :: later -> fate, later
        let at = timeOf now (progress state)
        match ask (answering at fate) state with
        | Over -> state :: passed, asked
        | Moved(question, next) -> go at later (state :: passed) (question :: asked) next
        | Turned(question, _) -> go at later (state :: passed) (question :: asked) state
    go Servers.noon fates [] [] first

/// A flow of the guides. `step` is what happens to a state in between.
let run (step: FlowState -> FlowState) = walk (fun interpreter state -> Flows.ask interpreter (step state)) _.Progress

let start order =
    match Flows.start order with
    | Ok state -> state
    | Error error -> failwith error.Why

let started = start Servers.order

let reload state =
    match Flows.read (Flows.write state) with
    | Ok same -> same
    | Error why -> failwith why
