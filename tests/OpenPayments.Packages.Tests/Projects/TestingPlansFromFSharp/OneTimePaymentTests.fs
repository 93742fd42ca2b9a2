module OneTimePaymentTests

open System
open FsCheck.FSharp
open OpenPayments.Flow
open OpenPayments.Flow.Testing
open OpenPayments.Flow.Testing.Model
open OpenPayments.Generated
open Xunit

let private payment =
    TestedFlow.OfOrder(
        OneTimePayment(
            TestWallets.Alice.Id, TestWallets.Bob.Id, Amount(Value = 1000UL, AssetCode = "USD", AssetScale = 2), Uri "https://shop.example/finish/1"
        )
    )

/// A law of a team's own: nothing is ever debited above this.
let private neverAbove most =
    Law("never above the most", fun at ->
        match at.Servers.Payments |> Seq.tryFind (fun made -> made.DebitAmount.Value > most) with
        | Some made -> made.ToString()
        | None -> null)

[<Fact>]
let ``Every payment with one fault keeps every law, and one of our own`` () =
    let options = SearchOptions(1, Laws = [| yield! Laws.All; neverAbove 9_020UL |])
    Assert.Empty(ScenarioSearch.Run(payment, options).Broken)

[<Fact>]
let ``A law that does not hold is told, with the steps that broke it`` () =
    let report = ScenarioSearch.Run(payment, SearchOptions(1, Laws = [| neverAbove 9_019UL |]))
    Assert.NotEmpty report.Broken
    Assert.NotEmpty report.Broken[0].Steps

[<Fact>]
let ``No payment that is drawn breaks a law`` () =
    let holds scenario = isNull (Runner.Run(scenario, Laws.All).Broken)
    for scenario in Gen.sample 50 (Scenarios.Of(Gen.constant payment) |> Arb.toGen) do
        Assert.True(holds scenario, scenario.ToString())
