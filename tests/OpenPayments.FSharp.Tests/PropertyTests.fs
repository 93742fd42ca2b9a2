module OpenPayments.FSharp.Tests.PropertyTests

open FsCheck
open FsCheck.FSharp
open Xunit
open OpenPayments.Flow
open OpenPayments.Flow.FSharp
open OpenPayments.FSharp.Tests.Walk

let private fate =
    Gen.frequency
        [ 6, Gen.constant Honest
          2, Gen.map Refuses (Gen.elements [ 0; 303; 400; 401; 403; 404; 409; 410; 429; 500; 503 ])
          1, Gen.constant Loses
          1, Gen.constant Forges ]

let private stories =
    let shrink (fates: Fate list) = seq {
        for i in 0 .. fates.Length - 1 do
            if fates[i] <> Honest then List.updateAt i Honest fates
        if not fates.IsEmpty then List.take (fates.Length - 1) fates
    }
    Arb.fromGenShrink (Gen.listOf fate, shrink)

let private check (law: Fate list -> bool) =
    Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true), Prop.forAll stories law)

let private reload payment =
    match OneTimePayment.read (OneTimePayment.write payment) with
    | Ok same -> same
    | Error why -> failwith why

[<Fact>]
let ``Whatever servers answer, a payment ends`` () =
    check (fun fates ->
        match run id fates started |> fst |> List.head with
        | Completed _ | Failed _ | Uncertain _ -> true
        | Preparing _ | AwaitingConsent _ | Paying _ | Waiting _ -> false)

[<Fact>]
let ``A restart after each step changes nothing`` () = check (fun fates -> run id fates started = run reload fates started)

[<Fact>]
let ``Nothing is asked after the end`` () =
    check (fun fates -> OneTimePayment.ask (answering Servers.noon Honest) (run id fates started |> fst |> List.head) = Over)

[<Fact>]
let ``A completed payment was created`` () =
    check (fun fates ->
        match run id fates started with
        | Completed _ :: _, asked -> List.contains "CreateOutgoingPayment" asked
        | _ -> true)
