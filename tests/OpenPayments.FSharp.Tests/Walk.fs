/// Drives any flow from F#: one object expression answers every question, and the compiler checks that none is forgotten.
module OpenPayments.FSharp.Tests.Walk

open System
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps
open OpenPayments.Flow.FSharp

/// What befalls one question.
type Fault =
    | Honest
    | Refuses of status: int
    | Loses
    | Forges

/// What one step led to. A question comes with its name.
type Answered<'state> =
    | Went of question: string * 'state
    | Awaits of Step<'state>.Await
    | Over

let answering (at: DateTimeOffset) (fault: Fault) =
    let reply (ask: Request<'a>) (next: Func<Answer<'a>, 'state>) (honest: unit -> 'a) =
        let answer =
            match fault with
            | Honest | Forges -> Answer.body at (honest ())
            | Refuses status -> Answer.refused at (Refusal status)
            | Loses -> Answer.lost at "timed out"
        Went(ask.GetType().Name, Interpreter.resume next answer)

    { new IInterpreter<'state, Answered<'state>> with
        member _.GetWalletAddress(ask, next) = reply ask next (fun () -> Servers.wallet ask.Address)
        member _.RequestGrant(ask, next) = reply ask next (fun () -> Servers.grant ask)
        member _.RequestSubject(ask, next) = reply ask next (fun () -> Servers.subject ask)
        member _.RotateToken(ask, next) = reply ask next Servers.rotated
        member _.RevokeToken(ask, next) = reply ask next Servers.givenBack
        member _.CancelGrant(ask, next) = reply ask next Servers.givenBack
        member _.CreateIncomingPayment(ask, next) = reply ask next (fun () -> Servers.created ask)
        member _.CreateQuote(ask, next) = reply ask next (fun () -> Servers.quote ask)
        member _.ContinueGrant(ask, next) = reply ask next Servers.continued
        member _.CreateOutgoingPayment(ask, next) = reply ask next (fun () -> Servers.paid ask)
        member _.ListOutgoingPayments(ask, next) = reply ask next Servers.page
        member _.GetOutgoingPayment(ask, next) = reply ask next (fun () -> Servers.sent ask)
        member _.GetIncomingPayment(ask, next) = reply ask next (fun () -> Servers.arrived ask)
        member _.GetSpentAmounts(ask, next) = reply ask next Servers.spent
        member _.Draw next = Went("Draw", next.Invoke(Servers.drawn (), at))
        member _.Wait(_, next) = Went("Wait", next.Invoke at)
        member _.Await step = Awaits step
        member _.Done() = Over }

/// How a flow is driven: what it asks, what events from outside do, and where it stands.
type Driver<'state> =
    { Ask: IInterpreter<'state, Answered<'state>> -> 'state -> Answered<'state>
      Return: DateTimeOffset -> InteractionResult -> 'state -> Result<'state, Rejection>
      Order: DateTimeOffset -> FuturePayment option -> 'state -> Result<'state, Rejection>
      Progress: 'state -> Progress }

let private stageOf progress = match progress with UnderWay stage -> Some stage | _ -> None

/// When a question is answered: a wait when its time has come, the rest a second after the one before.
let private timeOf (now: DateTimeOffset) (progress: Progress) =
    match progress with
    | :? Progress.Waiting as p -> max now p.Until
    | _ ->
        match stageOf progress with
        | Some(:? Pausing as s) -> max now s.Until
        | Some(:? AwaitingReturn as s) when now > s.Grant.Until.AddMinutes -5.0 -> max now s.Grant.Until
        | _ -> now.AddSeconds 1.0

/// What comes from outside: the payer, with what the wallet gave or with something forged; or the next order under a grant.
let private happen (driver: Driver<'state>) at fault (step: Step<'state>.Await) state =
    match stageOf (driver.Progress state) with
    | _ when at >= step.Until || fault = Loses -> Ok(step.TimedOut.Invoke at)
    | Some(:? AwaitingOrder as s) -> driver.Order at (List.tryItem (s.Number - 1) Servers.payments) state
    | _ -> driver.Return at (if fault = Forges then Servers.forged () else Servers.approved ()) state

/// Every state that is passed and every question that is asked, newest first.
let walk (driver: Driver<'state>) (faults: Fault list) (first: 'state) =
    let rec go now faults passed asked state =
        let fault, later = match faults with [] -> Honest, [] | fault :: later -> fault, later
        let at = timeOf now (driver.Progress state)
        match driver.Ask (answering at fault) state with
        | Over -> state :: passed, asked
        | Went(question, next) -> go at later (state :: passed) (question :: asked) next
        | Awaits step ->
            let next = happen driver at fault step state |> Result.defaultValue state
            go at later (state :: passed) ("Await" :: asked) next
    go Servers.noon faults [] [] first

/// A flow of the guides. `step` is what happens to a state in between.
let run (step: FlowState -> FlowState) =
    walk
        { Ask = fun interpreter state -> Flows.ask interpreter (step state)
          Return = fun at result state -> Flows.payerReturns at result (step state)
          Order = fun at payment state ->
              match payment with
              | Some payment -> Flows.order at payment (step state)
              | None -> Flows.close at (step state)
          Progress = _.Progress }

let start order =
    match Flows.start order with
    | Ok state -> state
    | Error error -> failwith error.Why

let started = start Servers.order

let reload state =
    match Flows.read (Flows.write state) with
    | Ok same -> same
    | Error why -> failwith why
