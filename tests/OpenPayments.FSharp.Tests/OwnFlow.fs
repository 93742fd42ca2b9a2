/// A flow that no guide has, out of the steps: a tip is paid only if it costs the payer no more than it is worth to them, and the
/// payer is not even asked where it would cost more.
module OpenPayments.FSharp.Tests.OwnFlow

open System
open Xunit
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps
open OpenPayments.Flow.FSharp
open OpenPayments.FSharp.Tests.Walk

type Tip = { From: Uri; To: Uri; Amount: Amount; MostDebit: Amount; Finish: Uri }

let private tooDear = Reason("tip-too-dear", "quote", "The tip would cost more than it is worth.", "Nothing was paid.", Fault.Payer)

let tip (tip: Tip) : Plan<Result> =
    plan {
        let! sender = Wallets.ReadSender tip.From
        let! receiver = Wallets.ReadReceiver tip.To
        let! receiving = Grants.ForIncomingPayments receiver
        let! incoming = IncomingPayments.Create(receiving, receiver, tip.Amount, null)
        let! quoting = Grants.ForQuotes sender
        let! quote = Quotes.Create(quoting, sender, incoming)
        let! _ = Plan.Require(Limit.OfDebit(tip.MostDebit).Allows(quote.Debit, quote.Receive), tooDear)
        let! consent = Consents.Ask(sender, Limit.OfDebit quote.Debit, tip.Finish)
        let! outgoing = OutgoingPayments.Create(consent, sender, incoming, quote, null)
        let! outcome = Settlement.Follow(outgoing, incoming)
        return Result.Of outcome
    }

let private mine most = tip { From = Servers.sender; To = Servers.receiver; Amount = Servers.usd 1000UL; MostDebit = Servers.eur most; Finish = Servers.finish }

let private go (step: Progress -> Progress) own =
    walk
        { Ask = fun interpreter progress -> Machine.ask interpreter own (step progress)
          Return = fun at result progress -> Machine.payerReturns at result own (step progress)
          Order = fun _ _ progress -> Ok progress
          Progress = id }
        [] (Machine.start own)

let private reload progress =
    match Machine.read (Machine.write progress) with
    | Ok same -> same
    | Error why -> failwith why

[<Fact>]
let ``A tip that is worth it is paid, restarted after each step or not`` () =
    match go id (mine 10_000UL) |> fst |> List.head with
    | Completed result -> Assert.Equal<Result>(result, match go reload (mine 10_000UL) |> fst |> List.head with Completed again -> again | other -> failwithf "%O" other)
    | other -> failwithf "not completed: %O" other

[<Fact>]
let ``For a tip that is not worth it nobody is asked to agree`` () =
    let passed, asked = go id (mine 9_000UL)
    Assert.DoesNotContain("Await", asked)
    match List.head passed with
    | Failed(reason, _) -> Assert.Equal("tip-too-dear", reason.Code)
    | other -> failwithf "not failed: %O" other

[<Fact>]
let ``A plan whose lines were swapped refuses what it had stored, and asks nothing`` () =
    let read (first: Uri) (second: Uri) (alice: string) =
        Plan.Named(
            "two wallets",
            plan {
                let! one = Wallets.ReadReceiver first
                let! two = Wallets.ReadReceiver second
                let! receiving = Grants.ForIncomingPayments two
                let! _ = IncomingPayments.Create(receiving, one, Servers.usd 1UL, alice)
                return Result.OfAll []
            })
    let mine = read Servers.receiver Servers.other """{"a":1}"""
    let stored = go id mine |> fst |> List.rev |> List.map reload
    let asking = stored |> List.filter (fun progress -> progress :? Progress.Asking)
    for progress in asking do Machine.next mine progress |> ignore
    for changed in [ read Servers.other Servers.receiver """{"a":1}"""; read Servers.receiver Servers.other """{"a":2}""" ] do
        let refused = asking |> List.filter (fun progress -> try Machine.next changed progress |> ignore; false with :? PlanMismatchException -> true)
        Assert.NotEmpty refused
