module OpenPayments.FSharp.Tests.PropertyTests

open FsCheck
open FsCheck.FSharp
open Xunit
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.FSharp
open OpenPayments.FSharp.Tests.Walk

let private fault =
    Gen.frequency
        [ 6, Gen.constant Honest
          2, Gen.map Refuses (Gen.elements [ 0; 303; 400; 401; 403; 404; 409; 410; 429; 500; 503 ])
          1, Gen.constant Loses
          1, Gen.constant Forges ]

/// A guide, by number, and what befalls its questions.
let private scenarios =
    let shrink (guide: int, faults: Fault list) = seq {
        for i in 0 .. faults.Length - 1 do
            if faults[i] <> Honest then guide, List.updateAt i Honest faults
        if not faults.IsEmpty then guide, List.take (faults.Length - 1) faults
    }
    Arb.fromGenShrink (Gen.zip (Gen.choose (0, Servers.orders.Length - 1)) (Gen.listOf fault), shrink)

/// How many payments arrived in full.
let private paidIn (result: Result) =
    match result.Totals with
    | null -> result.Payments |> Seq.filter (function Paid _ -> true | _ -> false) |> Seq.length
    | totals -> totals.Paid

let private check (law: FlowState -> Fault list -> bool) =
    let first = Servers.orders |> List.map (snd >> start)
    Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true), Prop.forAll scenarios (fun (guide, faults) -> law first[guide] faults))

[<Fact>]
let ``Whatever servers answer, a flow ends`` () =
    check (fun first faults ->
        match (run id faults first |> fst |> List.head).Progress with
        | Completed _ | Partial _ | Failed _ | Uncertain _ | Cancelled _ -> true
        | UnderWay _ -> false)

[<Fact>]
let ``A restart after each step changes nothing`` () = check (fun first faults -> run id faults first = run reload faults first)

[<Fact>]
let ``Nothing is asked after the end`` () =
    check (fun first faults -> match Flows.ask (answering Servers.noon Honest) (run id faults first |> fst |> List.head) with Over -> true | _ -> false)

[<Fact>]
let ``What was paid was created`` () =
    let paidAtAll = ref 0
    check (fun first faults ->
        let passed, asked = run id faults first
        match (List.head passed).Progress with
        | Completed result | Partial(_, result) ->
            let paid = paidIn result
            paidAtAll.Value <- paidAtAll.Value + paid
            paid <= (asked |> List.filter ((=) "CreateOutgoingPayment") |> List.length)
        | _ -> true)
    Assert.True(paidAtAll.Value > 0, "no scenario paid anything: the law was not put to the test")
