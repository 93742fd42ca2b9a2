module Program

open System
open System.Threading.Tasks
open System.Web
open Microsoft.Extensions.Options
open OpenPayments.Client
open OpenPayments.Flow
open OpenPayments.Flow.Steps
open OpenPayments.Flow.FSharp
open OpenPayments.Generated

/// What the payer's browser brings back.
let brought (url: string | null) : InteractionResult =
    let query = HttpUtility.ParseQueryString (Uri(nonNull url)).Query
    InteractionResult.Approved(nonNull query["hash"], Secret(nonNull query["interact_ref"]))

/// From one state to the next, until there is nothing more to ask.
let rec carry (interpreter: IInterpreter<FlowState, Task<StepResult<FlowState>>>) (state: FlowState) : Task<FlowState> =
    task {
        match! Flows.ask interpreter state with
        | :? StepResult<FlowState>.To as step -> return! carry interpreter step.State
        | :? StepResult<FlowState>.Sleeping as step ->
            let pause = step.Until - DateTimeOffset.UtcNow
            if pause > TimeSpan.Zero then do! Task.Delay pause
            return! carry interpreter state
        | :? StepResult<FlowState>.Paused as paused ->
            match paused.Redirect with
            | null -> return state
            | redirect ->
                Console.WriteLine(redirect.Reveal())
                match Flows.payerReturns DateTimeOffset.UtcNow (brought (Console.ReadLine())) state with
                | Ok next -> return! carry interpreter next
                | Error rejection -> return failwith (rejection.ToString())
        | _ -> return state
    }

let describe (state: FlowState) =
    match state.Progress with
    | Completed result -> result.Payments.Count.ToString() + " paid"
    | Partial(reason, _) | Failed(reason, _) | Uncertain(reason, _) | Cancelled(reason, _) -> reason.Detail
    | UnderWay _ -> "not over"

[<EntryPoint>]
let main arguments =
    let options =
        OpenPaymentsOptions(ClientWalletAddress = Uri arguments[2], KeyId = arguments[3], AllowLoopback = true)
    let time = TimeProvider.System
    use key = SigningKey.FromPem(nonNull (Environment.GetEnvironmentVariable "PRIVATE_KEY"), options.KeyId)
    let policy = UrlPolicy options.AllowLoopback
    use client = new OpenPaymentsClient(OpenPaymentsHttpClient.Create(options, key, policy, time))
    let interpreter = HttpInterpreter<FlowState>(client, policy, key, Options.Create options, time)
    let order =
        OneTimePayment(
            Uri arguments[0], Uri arguments[1], Amount(Value = 1000UL, AssetCode = "USD", AssetScale = 2), Uri "https://shop.example/finish/1017"
        )
    match Flows.start order with
    | Error error ->
        Console.WriteLine error.Why
        1
    | Ok first ->
        let last = (carry interpreter first).GetAwaiter().GetResult()
        match Flows.read (Flows.write last) with
        | Ok stored when stored = last -> Console.WriteLine(describe stored)
        | _ -> Console.WriteLine "changed as JSON"
        0
