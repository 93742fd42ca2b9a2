/// Drives a payment from F#: one object expression answers every question, and the compiler checks that none is forgotten.
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
type Turn =
    | Moved of question: string * Payment
    | Turned of question: string * Rejection
    | Over

let answering (at: DateTimeOffset) (fate: Fate) =
    let reply (ask: Request<'a>) (next: Next<'a, Payment>) (honest: unit -> 'a) =
        let answer =
            match fate with
            | Honest | Forges -> Answer.body at (honest ())
            | Refuses status -> Answer.refused at (Refusal status)
            | Loses -> Answer.lost at "timed out"
        let question = ask.GetType().Name
        match Interpreter.resume next answer with
        | Ok payment -> Moved(question, payment)
        | Error rejection -> Turned(question, rejection)

    { new IInterpreter<Payment, Turn> with
        member _.GetWalletAddress(ask, next) = reply ask next (fun () -> Servers.wallet ask.Address)
        member _.RequestGrant(ask, next) = reply ask next (fun () -> Servers.grant ask)
        member _.CreateIncomingPayment(ask, next) = reply ask next (fun () -> Servers.incoming 0UL)
        member _.CreateQuote(ask, next) = reply ask next (fun () -> Servers.quote ask)
        member _.DrawNonce(ask, next) = reply ask next Servers.drawn
        member _.AwaitInteraction(ask, next) = reply ask next (if fate = Forges then Servers.forged else Servers.approved)
        member _.ContinueGrant(ask, next) = reply ask next Servers.continued
        member _.CreateOutgoingPayment(ask, next) = reply ask next Servers.created
        member _.ListOutgoingPayments(ask, next) = reply ask next Servers.page
        member _.GetOutgoingPayment(ask, next) = reply ask next (fun () -> Servers.outgoing 9000UL)
        member _.GetIncomingPayment(ask, next) = reply ask next (fun () -> Servers.incoming 1000UL :> IncomingPaymentView)
        member _.Wait(ask, next) = reply ask next (fun () -> Elapsed())
        member _.Done() = Over }

/// When a question is answered: a wait when its time has come, the rest a second after the one before.
let private timeOf (now: DateTimeOffset) payment =
    match payment with
    | Waiting(until, _) -> max now until
    | AwaitingConsent s when now > s.Grant.Until.AddMinutes -5.0 -> max now s.Grant.Until
    | _ -> now.AddSeconds 1.0

/// Every state that is passed and every question that is asked, newest first. `step` is what happens to a state in between.
let run (step: Payment -> Payment) (fates: Fate list) (first: Payment) =
    let rec go now fates passed asked payment =
        let fate, later = match fates with [] -> Honest, [] | fate :: later -> fate, later
        let at = timeOf now payment
        match OneTimePayment.ask (answering at fate) (step payment) with
        | Over -> payment :: passed, asked
        | Moved(question, next) -> go at later (payment :: passed) (question :: asked) next
        | Turned(question, _) -> go at later (payment :: passed) (question :: asked) payment
    go Servers.noon fates [] [] first

let started =
    match OneTimePayment.start Servers.order with
    | Ok payment -> payment
    | Error error -> failwith error.Why
