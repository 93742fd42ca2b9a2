/// What honest servers answer, and what a payment is made of, in F#.
module OpenPayments.FSharp.Tests.Servers

open System
open OpenPayments.Generated
open OpenPayments.Flow
open OpenPayments.Flow.Plans
open OpenPayments.Flow.Steps
open OpenPayments.Flow.Values

let noon = DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero)
let usd value = Amount(Value = value, AssetCode = "USD", AssetScale = 2)
let eur value = Amount(Value = value, AssetCode = "EUR", AssetScale = 3)
let sender = Uri "https://cloudnine.example/alice"
let receiver = Uri "https://happylife.example/bob"
let finish = Uri "https://shop.example/payments/1/finish"
let other = Uri "https://happylife.example/carol"
let monthly = "R2/2026-12-01T00:00:00Z/P1M"

/// One order for each guide.
let orders: (string * Order) list =
    [ "one-time payment", OneTimePayment(sender, receiver, usd 1000UL, finish)
      "remittance, fixed debit", FixedDebitRemittance(sender, receiver, eur 9321UL, finish)
      "remittance, fixed receive", FixedReceiveRemittance(sender, receiver, usd 1000UL, finish)
      "subscription", Subscription(sender, receiver, usd 1000UL, monthly, finish)
      "recurring remittance, fixed debit", RecurringFixedDebit(sender, receiver, eur 9321UL, monthly, finish)
      "recurring remittance, fixed receive", RecurringFixedReceive(sender, receiver, usd 1000UL, monthly, finish)
      "split payment", SplitPayment(sender, ValueList [ Share(receiver, usd 1000UL); Share(other, usd 1000UL) ], finish)
      "grant for future payments",
      FuturePayments(sender, Limit.OfDebit(eur 50_000UL, monthly), finish, noon.AddDays 7.)
      "wallet address ownership", WalletOwnership(sender, finish) ]

let order = snd orders.Head

/// What is ordered under a grant, one after the other, before it is closed.
let payments = [ FuturePayment(receiver, usd 1000UL); FuturePayment(other, usd 1000UL) ]

let wallet (address: Uri) =
    let host = address.Host
    let code, scale = if address = sender then "EUR", 3 else "USD", 2
    WalletAddress(Id = address, AuthServer = Uri $"https://auth.{host}/t", ResourceServer = Uri $"https://{host}/t", AssetCode = code, AssetScale = scale)

let private nonce = Secret "nonce"
let private serverNonce = Secret "server-nonce"
let private reference = Secret "reference"
let drawn () = nonce
let givenBack () = GivenBack()

let private token value =
    AccessToken(Value = Secret value, Manage = Uri $"https://auth.example/token/{value}", Access = ResizeArray())

let private continuation () =
    Continue(AccessToken = ContinueAccessToken(Value = Secret "continue-token"), Uri = Uri "https://auth.cloudnine.example/continue/1", Wait = 5)

let private interaction () : GrantResponse =
    let page = InteractResponse(Redirect = Uri "https://auth.cloudnine.example/interact/1", Finish = serverNonce)
    GrantResponse.InteractionRequired(Interact = page, Continue = continuation ())

let grant (ask: RequestGrant) : GrantResponse =
    match ask.Interact with
    | null -> GrantResponse.Granted(AccessToken = token "granted", Continue = continuation ())
    | _ -> interaction ()

let subject (_: RequestSubject) = interaction ()
let rotated () = RotateTokenResponse(AccessToken = token "rotated")

/// With the token and with whose wallet address it is: a client takes what it asked for.
let continued () =
    let id = SubjectSubId(Id = sender.OriginalString, Format = SubjectSubIdFormat.Uri)
    ContinueGrantResponse(AccessToken = token "consented", Subject = Subject(SubIds = [| id |]), Continue = continuation ())

let approved () : InteractionResult =
    let hash = InteractionHash.Of(nonce, serverNonce, reference, "https://auth.cloudnine.example/t")
    InteractionResult.Approved(Convert.ToBase64String hash, reference)

let forged () : InteractionResult = InteractionResult.Approved(Convert.ToBase64String(Array.zeroCreate 32), reference)

let private incomingId (wallet: Uri) = Uri $"https://happylife.example/t/incoming-payments{wallet.AbsolutePath}"

let private incoming id wallet amount (expires: Nullable<DateTimeOffset>) received =
    IncomingPaymentWithMethods(
        Id = id, WalletAddress = wallet, Completed = (received = 1000UL), IncomingAmount = amount, ReceivedAmount = usd received,
        CreatedAt = noon, ExpiresAt = expires, Methods = ResizeArray()
    )

let created (ask: CreateIncomingPayment) =
    incoming (incomingId ask.Body.WalletAddress) ask.Body.WalletAddress ask.Body.IncomingAmount ask.Body.ExpiresAt 0UL

let arrived (ask: GetIncomingPayment) : IncomingPaymentView =
    let wallet = if ask.Id = incomingId other then other else receiver
    incoming ask.Id wallet (usd 1000UL) (Nullable()) 1000UL

let quote (ask: CreateQuote) =
    Quote(
        Id = Uri $"https://cloudnine.example/t/quotes{ask.Body.Receiver.AbsolutePath}", WalletAddress = ask.Body.WalletAddress, Receiver = ask.Body.Receiver,
        Method = PaymentMethod.Ilp, ReceiveAmount = usd 1000UL, DebitAmount = eur 9321UL, ExpiresAt = noon.AddMinutes 5., CreatedAt = noon
    )

/// The incoming payment that a quote, or the request itself, names.
let private receiverOf (ask: CreateOutgoingPayment) =
    match ask.Body with
    | :? CreateOutgoingPaymentRequest.WithQuoteId as body -> Uri($"https://happylife.example{body.QuoteId.AbsolutePath.Substring 9}")
    | body -> (body :?> CreateOutgoingPaymentRequest.WithIncomingPayment).IncomingPayment

let private outgoingIdOf ask = Uri $"https://cloudnine.example/t/outgoing-payments{(receiverOf ask).AbsolutePath}"

let paid (ask: CreateOutgoingPayment) =
    OutgoingPaymentWithSpentAmounts(
        Id = outgoingIdOf ask, WalletAddress = sender, Receiver = receiverOf ask, ReceiveAmount = usd 1000UL,
        DebitAmount = eur 9321UL, SentAmount = eur 0UL, CreatedAt = noon
    )

let private outgoing quote (receiver: Uri) (sent: uint64) =
    OutgoingPayment(
        Id = Uri $"https://cloudnine.example/t/outgoing-payments{receiver.AbsolutePath}", WalletAddress = sender, QuoteId = quote, Failed = false, Receiver = receiver, ReceiveAmount = usd 1000UL,
        DebitAmount = eur 9321UL, SentAmount = eur sent, CreatedAt = noon
    )

let sent (ask: GetOutgoingPayment) = outgoing null (Uri $"https://happylife.example{ask.Id.AbsolutePath.Substring 20}") 9000UL

/// Whatever was paid for is in the list: by quote, and by incoming payment.
let page () =
    let payments =
        [| for wallet in [ receiver; other ] do
               let id = incomingId wallet
               outgoing (Uri $"https://cloudnine.example/t/quotes{id.AbsolutePath}") id 0UL |]
    ListOutgoingPaymentsResponse(Result = payments, Pagination = PageInfo(HasNextPage = false, HasPreviousPage = false))

let spent () = GetOutgoingPaymentGrantResponse(SpentDebitAmount = eur 0UL, SpentReceiveAmount = null)
