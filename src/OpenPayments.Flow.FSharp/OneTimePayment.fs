namespace OpenPayments.Flow.FSharp

open System.Text.Json
open OpenPayments.Flow

/// The one-time payment: a value, the question that follows from it, and the value that follows from the answer.
[<RequireQualifiedAccess>]
module OneTimePayment =
    /// The first state, or what is wrong with the order. Nothing has been asked of anyone yet.
    let start (order: PaymentOrder) : Result<Payment, OrderError> =
        PaymentFlow.Start order |> Either.toResult

    /// What to ask next, and what each answer leads to.
    let next (payment: Payment) : Step<Payment> = PaymentFlow.Next payment

    /// Hands the next question to an interpreter.
    let ask (interpreter: IInterpreter<Payment, 'out>) (payment: Payment) : 'out = (next payment).Run interpreter

    /// What anyone who knows of the payment may see of it.
    let summary (payment: Payment) : PaymentSummary = PaymentSummary.Of payment

    /// UTF-8 JSON of a state. It holds tokens in plain text: encrypt it at rest.
    let write (payment: Payment) : byte[] = PaymentJson.Write payment

    /// The state that was written; Error: why the text is no state of this version.
    let read (json: byte[]) : Result<Payment, string> =
        try
            Ok(PaymentJson.Read json)
        with :? JsonException as e ->
            Error e.Message

/// A payment by phase. For every case there is, see Payment; these are the ones that a host has to tell apart.
[<AutoOpen>]
module PaymentPatterns =
    /// Preparing and Paying carry the state itself, Waiting the time and the state that goes on then.
    let (|Preparing|AwaitingConsent|Paying|Waiting|Completed|Failed|Uncertain|) (payment: Payment) =
        match payment with
        | :? Payment.AwaitingConsent as s -> AwaitingConsent s
        | :? Payment.Waiting as s -> Waiting(s.Until, s.Then)
        | :? Payment.Completed as s -> Completed s.Receipt
        | :? Payment.Failed as s -> Failed(s.Reason, Option.ofObj s.Receipt)
        | :? Payment.Uncertain as s -> Uncertain(s.Reason, s.Receipt)
        // which side of the consent every other case stands on is said in one place, where the compiler counts the cases
        | s when PaymentSummary.Of(s).Status = PaymentStatus.Preparing -> Preparing s
        | s -> Paying s
