module OpenPayments.FSharp.Tests.StepTests

open System
open System.Text
open Xunit
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.FSharp
open OpenPayments.FSharp.Tests.Walk

let private states fates = run id fates started |> fst |> List.rev

let private reload payment =
    match OneTimePayment.read (OneTimePayment.write payment) with
    | Ok same -> same
    | Error why -> failwith why

/// Honest until the state that `at` recognises, then this fate.
let private before (at: Payment -> bool) = states [] |> List.takeWhile (at >> not) |> List.map (fun _ -> Honest)

[<Fact>]
let ``An honest world asks the questions of the guide in order and completes the payment`` () =
    let passed, asked = run id [] started
    let expected =
        [ "GetWalletAddress"; "GetWalletAddress"; "RequestGrant"; "CreateIncomingPayment"; "RequestGrant"; "CreateQuote"; "DrawNonce"; "RequestGrant"
          "AwaitInteraction"; "Wait"; "ContinueGrant"; "CreateOutgoingPayment"; "GetOutgoingPayment"; "GetIncomingPayment" ]
    Assert.Equal<string list>(expected, List.rev asked)
    match List.head passed with
    | Completed receipt -> Assert.Equal((Servers.usd 1000UL, Servers.eur 9000UL), (nonNull receipt.Received, nonNull receipt.Sent))
    | other -> failwithf "not completed: %O" other

[<Fact>]
let ``Restarted after each step the payment completes all the same`` () =
    Assert.Equal<Payment list>(states [], run reload [] started |> fst |> List.rev)

[<Fact>]
let ``The phase of every state is its status`` () =
    let phase payment =
        match payment with
        | Preparing _ -> PaymentStatus.Preparing
        | AwaitingConsent _ -> PaymentStatus.AwaitingConsent
        | Paying _ -> PaymentStatus.Paying
        | Waiting(_, later) -> (OneTimePayment.summary later).Status
        | Completed _ -> PaymentStatus.Completed
        | Failed _ -> PaymentStatus.Failed
        | Uncertain _ -> PaymentStatus.Uncertain
    for payment in states [] @ states [ Refuses 404 ] do
        Assert.Equal((OneTimePayment.summary payment).Status, phase payment)

[<Theory>]
[<InlineData(0, "sender-wallet-address")>]
[<InlineData(1, "receiver-wallet-address")>]
[<InlineData(2, "incoming-payment-grant")>]
[<InlineData(3, "incoming-payment")>]
[<InlineData(4, "quote-grant")>]
[<InlineData(5, "quote")>]
[<InlineData(6, "outgoing-payment-grant")>]
[<InlineData(7, "outgoing-payment-grant")>]
[<InlineData(10, "grant-continuation")>]
[<InlineData(11, "outgoing-payment")>]
let ``A refusal at a step ends the payment there, with nothing paid`` (step: int, name: string) =
    match states (List.replicate step Honest @ [ Refuses 403 ]) |> List.last with
    | Failed(reason, None) -> Assert.Equal(name, reason.Step)
    | other -> failwithf "not failed: %O" other

[<Fact>]
let ``A lost creation is looked for, found and followed to its end`` () =
    let fates = before (fun s -> s :? Payment.Paying) @ [ Loses ]
    let passed, asked = run id fates started
    Assert.Contains("ListOutgoingPayments", asked)
    Assert.Equal(1, asked |> List.filter ((=) "CreateOutgoingPayment") |> List.length)
    match List.head passed with
    | Completed _ -> ()
    | other -> failwithf "not completed: %O" other

[<Fact>]
let ``A forged return is rejected and the same question stands`` () =
    let waiting = states [] |> List.find (function AwaitingConsent _ -> true | _ -> false)
    match OneTimePayment.ask (answering Servers.noon Forges) waiting with
    | Turned("AwaitInteraction", HashMismatch) -> ()
    | other -> failwithf "not rejected: %O" other

[<Fact>]
let ``An order that is none is an Error that names its field`` () =
    let order = PaymentOrder(Servers.sender, Servers.receiver, Servers.usd 0UL, Servers.finish)
    match OneTimePayment.start order with
    | Error error -> Assert.Equal("IncomingAmount.Value", error.Field)
    | Ok payment -> failwithf "accepted: %O" payment

[<Fact>]
let ``What is no state is an Error`` () =
    for text in [ "{}"; "null"; """{"at":"nowhere"}""" ] do
        match OneTimePayment.read (Encoding.UTF8.GetBytes text) with
        | Error why -> Assert.NotEmpty why
        | Ok payment -> failwithf "accepted: %O" payment

[<Fact>]
let ``Answers and rejections come apart as they were put together`` () =
    let apart (answer: Answer<Secret>) =
        match answer with
        | Body value -> value.Reveal()
        | Refused refusal -> string refusal.Status
        | Lost why -> why
    let at = DateTimeOffset.UnixEpoch
    Assert.Equal<string list>([ "a"; "404"; "gone" ], [ apart (Answer.body at (Secret "a")); apart (Answer.refused at (Refusal 404)); apart (Answer.lost at "gone") ])
    match Rejection.Malformed "interact_ref" with
    | HashMismatch -> failwith "not that"
    | Malformed what -> Assert.Equal("interact_ref", what)
