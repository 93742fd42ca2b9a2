/// What honest servers answer, and what a payment is made of, in F#.
module OpenPayments.FSharp.Tests.Servers

open System
open OpenPayments.Generated
open OpenPayments.Flow

let noon = DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero)
let usd value = Amount(Value = value, AssetCode = "USD", AssetScale = 2)
let eur value = Amount(Value = value, AssetCode = "EUR", AssetScale = 3)
let sender = Uri "https://cloudnine.example/alice"
let receiver = Uri "https://happylife.example/bob"
let finish = Uri "https://shop.example/payments/1/finish"
let order = PaymentOrder(sender, receiver, usd 1000UL, finish)

let wallet (address: Uri) =
    let host = address.Host
    let code, scale = if address = sender then "EUR", 3 else "USD", 2
    WalletAddress(Id = address, AuthServer = Uri $"https://auth.{host}/t", ResourceServer = Uri $"https://{host}/t", AssetCode = code, AssetScale = scale)

let private nonce = Secret "nonce"
let private serverNonce = Secret "server-nonce"
let private reference = Secret "reference"
let drawn () = nonce

let private token () =
    AccessToken(Value = Secret "token", Manage = Uri "https://auth.example/token/1", Access = ResizeArray())

let private continuation () =
    Continue(AccessToken = ContinueAccessToken(Value = Secret "continue-token"), Uri = Uri "https://auth.cloudnine.example/continue/1", Wait = 5)

let grant (ask: RequestGrant) : GrantResponse =
    match ask.Interact with
    | null -> GrantResponse.Granted(AccessToken = token (), Continue = continuation ())
    | _ ->
        let page = InteractResponse(Redirect = Uri "https://auth.cloudnine.example/interact/1", Finish = serverNonce)
        GrantResponse.InteractionRequired(Interact = page, Continue = continuation ())

let continued () = ContinueGrantResponse(AccessToken = token (), Continue = continuation ())

let approved () : InteractionResult =
    let hash = InteractionHash.Of(nonce, serverNonce, reference, "https://auth.cloudnine.example/t")
    InteractionResult.Approved(Convert.ToBase64String hash, reference)

let forged () : InteractionResult = InteractionResult.Approved(Convert.ToBase64String(Array.zeroCreate 32), reference)

let private incomingId = Uri "https://happylife.example/t/incoming-payments/1"

let incoming received =
    IncomingPaymentWithMethods(
        Id = incomingId, WalletAddress = receiver, Completed = (received = 1000UL), IncomingAmount = usd 1000UL,
        ReceivedAmount = usd received, CreatedAt = noon, Methods = ResizeArray()
    )

let quote (ask: CreateQuote) =
    Quote(
        Id = Uri "https://cloudnine.example/t/quotes/1", WalletAddress = ask.Body.WalletAddress, Receiver = ask.Body.Receiver, Method = PaymentMethod.Ilp,
        ReceiveAmount = usd 1000UL, DebitAmount = eur 9321UL, ExpiresAt = noon.AddMinutes 5., CreatedAt = noon
    )

let private outgoingId = Uri "https://cloudnine.example/t/outgoing-payments/1"
let private quoteId = Uri "https://cloudnine.example/t/quotes/1"

let created () =
    OutgoingPaymentWithSpentAmounts(
        Id = outgoingId, WalletAddress = sender, QuoteId = quoteId, Receiver = incomingId, ReceiveAmount = usd 1000UL,
        DebitAmount = eur 9321UL, SentAmount = eur 0UL, CreatedAt = noon
    )

let outgoing (sent: uint64) =
    OutgoingPayment(
        Id = outgoingId, WalletAddress = sender, QuoteId = quoteId, Failed = false, Receiver = incomingId, ReceiveAmount = usd 1000UL,
        DebitAmount = eur 9321UL, SentAmount = eur sent, CreatedAt = noon
    )

let page () =
    ListOutgoingPaymentsResponse(Result = [| outgoing 0UL |], Pagination = PageInfo(HasNextPage = false, HasPreviousPage = false))
