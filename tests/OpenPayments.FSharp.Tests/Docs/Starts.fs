/// What the pages of docs/flows quote: how each flow is started.
module OpenPayments.FSharp.Tests.Starts

open System
open Xunit
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.Values
open OpenPayments.Flow.FSharp

let alice = Uri "https://cloudnine.example/alice"
let bob = Uri "https://happylife.example/bob"
let carol = Uri "https://happylife.example/carol"
let finish = Uri "https://shop.example/payments/1/finish"
let tenDollars = Amount(Value = 1000UL, AssetCode = "USD", AssetScale = 2)
let fiveDollars = Amount(Value = 500UL, AssetCode = "USD", AssetScale = 2)
let twelveEuros = Amount(Value = 12_000UL, AssetCode = "EUR", AssetScale = 3)
let nextYear = DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero)

let all =
    [ Flows.start (OneTimePayment(alice, bob, tenDollars, finish, """{"order":"42"}"""))
      Flows.start (FixedDebitRemittance(alice, bob, twelveEuros, finish))
      Flows.start (FixedReceiveRemittance(alice, bob, tenDollars, finish))
      Flows.start (Subscription(alice, bob, tenDollars, "R12/2026-12-01T00:00:00Z/P1M", finish, DebitLimit = twelveEuros))
      Flows.start (RecurringFixedDebit(alice, bob, twelveEuros, "R12/2026-12-01T00:00:00Z/P1M", finish))
      Flows.start (RecurringFixedReceive(alice, bob, tenDollars, "R52/2026-12-07T08:00:00Z/P1W", finish))
      Flows.start (SplitPayment(alice, ValueList [ Share(bob, tenDollars); Share(carol, fiveDollars) ], finish))
      Flows.start (FuturePayments(alice, Limit.OfDebit(twelveEuros, "R12/2026-12-01T00:00:00Z/P1M"), finish, OpenUntil = nextYear))
      Flows.start (WalletOwnership(alice, finish)) ]

[<Fact>]
let ``Every flow starts as its page says`` () =
    for started in all do
        match started with
        | Ok state -> Assert.Equal("sender-wallet-address", (Flows.summary state).Step)
        | Error error -> Assert.Fail error.Why
