module OpenPayments.FSharp.Tests.StepTests

open System.Text
open Xunit
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps
open OpenPayments.Flow.FSharp
open OpenPayments.FSharp.Tests.Walk

let private states faults = run id faults started |> fst |> List.rev

/// What an honest world is asked for each guide, in order.
let private asked: Map<string, string list> =
    let wallet, grant, subject, back = "GetWalletAddress", "RequestGrant", "RequestSubject", "RevokeToken"
    let incoming, quote, spent = "CreateIncomingPayment", "CreateQuote", "GetSpentAmounts"
    let consent = [ "Draw"; grant; "Await"; "Wait"; "ContinueGrant" ]
    let pay, settle = "CreateOutgoingPayment", [ "GetOutgoingPayment"; "GetIncomingPayment" ]
    let once = [ wallet; wallet; grant; incoming; grant; quote ] @ consent @ [ pay ] @ settle @ [ back; back ]
    let under = [ "Await"; wallet; grant; incoming; grant; quote; spent; pay ] @ settle @ [ back ]
    Map [
        "one-time payment", once
        "remittance, fixed debit", once
        "remittance, fixed receive", once
        "subscription",
        [ wallet; wallet; grant; incoming; grant; quote ] @ consent @ [ "Wait"; pay ] @ settle @ [ "Wait"; incoming; quote; pay ] @ settle @ [ back; back ]
        "recurring remittance, fixed debit",
        [ wallet; wallet; grant; incoming ] @ consent @ [ "Wait"; pay ] @ settle @ [ "Wait"; incoming; pay ] @ settle @ [ back; back ]
        "recurring remittance, fixed receive",
        [ wallet; wallet ] @ consent @ [ grant; incoming; grant; "Wait"; quote; pay ] @ settle @ [ "Wait"; incoming; quote; pay ] @ settle @ [ back; back ]
        "split payment",
        [ wallet; wallet; wallet; grant; incoming; grant; incoming; grant; quote; quote ] @ consent @ [ pay; pay ] @ settle @ settle @ [ back; back ]
        "grant for future payments", [ wallet ] @ consent @ under @ under @ [ "Await"; spent; back ]
        "wallet address ownership", [ wallet; "Draw"; subject; "Await"; "Wait"; "ContinueGrant" ]
    ]

let guides () = TheoryData<string>(List.map fst Servers.orders)
let private order name = Servers.orders |> List.find (fst >> (=) name) |> snd

[<Theory>]
[<MemberData(nameof guides)>]
let ``An honest world is asked the questions of the guide, in order, and all that was to be paid is paid`` (guide: string) =
    let passed, questions = run id [] (start (order guide))
    Assert.Equal<string list>(asked[guide], List.rev questions)
    match (List.head passed).Progress with
    | Completed result ->
        let payments = questions |> List.filter ((=) "CreateOutgoingPayment") |> List.length
        Assert.Equal(payments, (match result.Totals with null -> result.Payments |> Seq.filter (function Paid _ -> true | _ -> false) |> Seq.length | totals -> totals.Paid))
    | other -> failwithf "not completed: %O" other

[<Theory>]
[<MemberData(nameof guides)>]
let ``Restarted after each step a flow ends all the same`` (guide: string) =
    let first = start (order guide)
    Assert.Equal<FlowState list>(run id [] first |> fst, run reload [] first |> fst)

[<Theory>]
[<MemberData(nameof guides)>]
let ``Refused at any one step, a flow ends and says at which`` (guide: string) =
    let first = start (order guide)
    for step in 0 .. asked[guide].Length - 1 do
        match (run id (List.replicate step Honest @ [ Refuses 403 ]) first |> fst |> List.head).Progress with
        | Completed _ -> ()
        | Partial(reason, _) | Failed(reason, _) | Uncertain(reason, _) -> Assert.NotEmpty reason.Step
        | other -> failwithf "not over: %O" other

[<Fact>]
let ``A lost creation is looked for, found and followed to its end`` () =
    let creating (state: FlowState) = match state.Progress with UnderWay stage -> stage :? CreatingOutgoingPayment | _ -> false
    let faults = (states [] |> List.takeWhile (creating >> not) |> List.map (fun _ -> Honest)) @ [ Loses ]
    let passed, asked = run id faults started
    Assert.Contains("ListOutgoingPayments", asked)
    Assert.Equal(1, asked |> List.filter ((=) "CreateOutgoingPayment") |> List.length)
    match (List.head passed).Progress with
    | Completed _ -> ()
    | other -> failwithf "not completed: %O" other

[<Fact>]
let ``A forged return is rejected and the same question stands`` () =
    let awaiting (state: FlowState) = match state.Progress with UnderWay stage -> stage :? AwaitingReturn | _ -> false
    match states [] |> List.find awaiting |> Flows.payerReturns Servers.noon (Servers.forged ()) with
    | Error HashMismatch -> ()
    | other -> failwithf "not rejected: %O" other

[<Fact>]
let ``A cancelled order asks for no payment and gives back what it holds`` () =
    for state in states [] do
        match Flows.cancel Servers.noon "changed my mind" state with
        | Error _ -> ()
        | Ok cancelled ->
            let passed, asked = run id [] cancelled
            match (List.head passed).Progress with
            | Cancelled(reason, _) -> Assert.Contains("changed my mind", reason.Detail)
            | Completed _ -> ()
            | other -> failwithf "not cancelled: %O" other
            Assert.DoesNotContain("CreateOutgoingPayment", asked)

[<Fact>]
let ``An order that is none is an Error that names its field`` () =
    match Flows.start (OneTimePayment(Servers.sender, Servers.receiver, Servers.usd 0UL, Servers.finish)) with
    | Error error -> Assert.Equal("IncomingAmount.Value", error.Field)
    | Ok state -> failwithf "accepted: %O" state

[<Fact>]
let ``What is no state is an Error`` () =
    for text in [ "{}"; "null"; """{"at":"nowhere"}""" ] do
        match Flows.read (Encoding.UTF8.GetBytes text), Machine.read (Encoding.UTF8.GetBytes text) with
        | Error why, Error also -> Assert.NotEmpty(why + also)
        | accepted -> failwithf "accepted: %O" accepted

[<Fact>]
let ``Answers and rejections come apart as they were put together`` () =
    let apart (answer: Answer<Secret>) =
        match answer with
        | Body value -> value.Reveal()
        | Refused refusal -> string refusal.Status
        | Lost why -> why
    let at = Servers.noon
    Assert.Equal<string list>([ "a"; "404"; "gone" ], [ apart (Answer.body at (Secret "a")); apart (Answer.refused at (Refusal 404)); apart (Answer.lost at "gone") ])
    let name (rejection: Rejection) =
        match rejection with
        | HashMismatch -> "hash"
        | Malformed what -> what
        | NotAwaited _ -> "not awaited"
    Assert.Equal<string list>([ "hash"; "interact_ref"; "not awaited" ], [ name (Rejection.HashMismatch()); name (Rejection.Malformed "interact_ref"); name (Rejection.NotAwaited "late") ])
