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

/// A guide, by number, and what befalls its questions.
let private stories =
    let shrink (guide: int, fates: Fate list) = seq {
        for i in 0 .. fates.Length - 1 do
            if fates[i] <> Honest then guide, List.updateAt i Honest fates
        if not fates.IsEmpty then guide, List.take (fates.Length - 1) fates
    }
    Arb.fromGenShrink (Gen.zip (Gen.choose (0, Servers.orders.Length - 1)) (Gen.listOf fate), shrink)

let private check (law: FlowState -> Fate list -> bool) =
    let first = Servers.orders |> List.map (snd >> start)
    Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true), Prop.forAll stories (fun (guide, fates) -> law first[guide] fates))

[<Fact>]
let ``Whatever servers answer, a flow ends`` () =
    check (fun first fates ->
        match (run id fates first |> fst |> List.head).Progress with
        | Completed _ | Partial _ | Failed _ | Uncertain _ -> true
        | Asking _ | Waiting _ | Rotating _ -> false)

[<Fact>]
let ``A restart after each step changes nothing`` () = check (fun first fates -> run id fates first = run reload fates first)

[<Fact>]
let ``Nothing is asked after the end`` () =
    check (fun first fates -> Flows.ask (answering Servers.noon Honest) (run id fates first |> fst |> List.head) = Over)

[<Fact>]
let ``What was paid was created`` () =
    let paidAtAll = ref 0
    check (fun first fates ->
        let passed, asked = run id fates first
        match (List.head passed).Progress with
        | Completed result | Partial(_, result) ->
            let paid = result.Payments |> Seq.filter (function Paid _ -> true | _ -> false) |> Seq.length
            paidAtAll.Value <- paidAtAll.Value + paid
            paid <= (asked |> List.filter ((=) "CreateOutgoingPayment") |> List.length)
        | _ -> true)
    Assert.True(paidAtAll.Value > 0, "no story paid anything: the law was not put to the test")
