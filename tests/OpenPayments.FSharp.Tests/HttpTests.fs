/// Every flow over real HTTP, carried from F#: two wallet providers, our signed client, and a payer who agrees. Who waits moves the clock.
module OpenPayments.FSharp.Tests.HttpTests

open System
open System.Threading.Tasks
open Microsoft.AspNetCore.WebUtilities
open Microsoft.Extensions.DependencyInjection
open Microsoft.Extensions.Options
open Xunit
open OpenPayments.Client
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps
open OpenPayments.Flow.Values
open OpenPayments.Flow.FSharp
open OpenPayments.Generated
open OpenPayments.Sandbox
open OpenPayments.Sandbox.Control

let private usd value = Amount(Value = value, AssetCode = "USD", AssetScale = 2)
let private finish = Uri "http://127.0.0.1:9/finish/1"

/// One order for each guide, by the wallets of the sandbox and the interval that begins now, and what Bob is to gain by it.
let private orders: Map<string, Uri -> Uri -> Uri -> string -> Order * int> =
    Map [
        "one-time payment", fun alice bob _ _ -> OneTimePayment(alice, bob, usd 1000UL, finish), 1000
        "remittance, fixed debit", fun alice bob _ _ -> FixedDebitRemittance(alice, bob, usd 1000UL, finish), 0
        "remittance, fixed receive", fun alice bob _ _ -> FixedReceiveRemittance(alice, bob, usd 1000UL, finish), 1000
        "subscription", fun alice bob _ monthly -> Subscription(alice, bob, usd 500UL, monthly, finish), 1000
        "recurring remittance, fixed debit", fun alice bob _ monthly -> RecurringFixedDebit(alice, bob, usd 500UL, monthly, finish), 0
        "recurring remittance, fixed receive", fun alice bob _ monthly -> RecurringFixedReceive(alice, bob, usd 500UL, monthly, finish), 1000
        "split payment",
        fun alice bob lars _ ->
            let euros = Amount(Value = 300UL, AssetCode = "EUR", AssetScale = 2)
            SplitPayment(alice, ValueList [ Share(bob, usd 700UL); Share(lars, euros) ], finish), 700
        "grant for future payments",
        fun alice _ _ monthly -> FuturePayments(alice, Limit.OfDebit(usd 5000UL, monthly), finish, DateTimeOffset.MaxValue), 1000
        "wallet address ownership", fun alice _ _ _ -> WalletOwnership(alice, finish), 0
    ]

/// The payer agrees; what the browser would bring back to the finish URI.
let private agree (page: Secret) = task {
    let! back = ConsentBrowser.ApproveAsync(Uri(page.Reveal()))
    let query = QueryHelpers.ParseQuery back.Query
    return InteractionResult.Approved(string query["hash"], Secret(string query["interact_ref"])) :> InteractionResult
}

/// From question to question to the end; every state goes on from what is written of it. Bob is paid once where payments are ordered.
let rec private carry (wallets: HttpInterpreter<FlowState>) (clock: SandboxClock) (bob: Uri) (state: FlowState) : Task<FlowState> = task {
    let state = Walk.reload state
    match! Flows.ask wallets state with
    | :? StepResult<FlowState>.To as step -> return! carry wallets clock bob step.State
    | :? StepResult<FlowState>.Sleeping as step ->
        let wait = step.Until - clock.GetUtcNow()
        if wait > TimeSpan.Zero then clock.Advance wait
        return! carry wallets clock bob state
    | :? StepResult<FlowState>.Paused as step ->
        let! next =
            match step.Redirect with
            | null ->
                let now = clock.GetUtcNow()
                match (Flows.summary state).Totals with
                | null -> failwith "no totals where payments are ordered"
                | totals when totals.Count = 0 -> Flows.order now (FuturePayment(bob, usd 1000UL)) state |> Task.FromResult
                | _ -> Flows.close now state |> Task.FromResult
            | page -> task {
                let! result = agree page
                return Flows.payerReturns (clock.GetUtcNow()) result state }
        match next with
        | Ok next -> return! carry wallets clock bob next
        | Error why -> return failwithf "rejected: %O" why
    | :? StepResult<FlowState>.Finished -> return state
    | other -> return failwithf "unexpected: %O" other
}

let guides () = TheoryData<string>(Map.keys orders)

[<Theory>]
[<MemberData(nameof guides)>]
let ``Over real HTTP a flow does what its guide says, and the ledger agrees`` (guide: string) : Task = task {
    let clock = SandboxClock()
    let! sandbox = SandboxServer.StartAsync(SandboxOptions(Time = clock))
    use _ = { new IDisposable with member _.Dispose() = sandbox.DisposeAsync().AsTask().Wait() }
    use key = SigningKey.Generate "fsharp-key"
    let client = sandbox.RegisterClient("fsharp", key.PublicJwk())
    use services =
        ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            // signs by the system's clock: a jump of the other is no stale signature
            .AddSingleton<OpenPaymentsClient>(fun services ->
                let options = services.GetRequiredService<IOptions<OpenPaymentsOptions>>().Value
                new OpenPaymentsClient(OpenPaymentsHttpClient.Create(options, services.GetRequiredService<SigningKey>(), services.GetRequiredService<UrlPolicy>(), TimeProvider.System)))
            .AddOpenPayments(fun options ->
                options.ClientWalletAddress <- client
                options.KeyId <- key.KeyId
                options.PrivateKeyPem <- key.ToPem()
                options.AllowLoopback <- true
                // no measure of speed: nothing times out for a slow machine
                options.RequestTimeout <- TimeSpan.FromMinutes 5.0)
            .BuildServiceProvider()

    let alice, bob, lars = Uri(sandbox.Cloudnine, "accounts/alice"), Uri(sandbox.Happylife, "accounts/bob"), Uri(sandbox.Happylife, "accounts/lars")
    let before = sandbox.Balance bob
    let order, gain = orders[guide] alice bob lars (clock.GetUtcNow().ToString "'R2/'yyyy-MM-dd'T'HH:mm:ss'Z/P1M'")
    let! state = carry (services.GetRequiredService<HttpInterpreter<FlowState>>()) clock bob (Walk.start order)

    match state.Progress with
    | Completed result ->
        Assert.All(result.Payments, fun payment -> Assert.IsType<Outcome.Paid> payment |> ignore)
        let received (receipt: Receipt) = match receipt.Received with null -> 0UL | amount -> if amount.AssetCode = "USD" then amount.Value else 0UL
        match result.Totals with
        | null ->
            let told = result.Payments |> Seq.sumBy (function Paid receipt -> received receipt | _ -> 0UL)
            Assert.Equal(bigint told, sandbox.Balance bob - before)
        | totals -> Assert.Equal(totals.Count, totals.Paid)
        // where the debit amount is fixed, what arrives is what fees leave of it
        if gain > 0 then Assert.Equal(bigint gain, sandbox.Balance bob - before)
        Assert.Equal((guide = "wallet address ownership"), not (isNull result.Identity))
    | other -> failwithf "not completed: %O" other
    let audit = sandbox.Ledger.Audit()
    Assert.True(audit.InOrder, string audit)
}
