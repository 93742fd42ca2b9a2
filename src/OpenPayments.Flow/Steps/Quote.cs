using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary><c>POST /quotes</c>. Sent twice it leaves an orphan that expires unused.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>quote</c> with <c>create</c>.</param>
/// <param name="Body">What to quote.</param>
public sealed record CreateQuote(Uri ResourceServer, Secret Token, CreateQuoteRequest Body) : Question<Quote>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<Quote>, TState> next) =>
        interpreter.CreateQuote(this, next);
}

/// <summary>Quote what a payment costs (guide step 5). A quote that contradicts what was asked for is not paid.</summary>
public static class Quotes
{
    /// <summary>For an incoming payment that names its amount.</summary>
    /// <param name="grant">Of <see cref="Grants.ForQuotes"/>.</param>
    /// <param name="sender">Who pays.</param>
    /// <param name="incoming">What is to be paid.</param>
    public static Plan<PaymentQuote> Create(Grant grant, Wallet sender, Incoming incoming) =>
        new StepPlan<PaymentQuote>(new CreatingQuote(sender, grant, incoming, null, incoming.Amount, Plain: true));

    /// <summary>For what is debited to be this, fees included.</summary>
    public static Plan<PaymentQuote> CreateForDebit(Grant grant, Wallet sender, Incoming incoming, Amount debit) =>
        new StepPlan<PaymentQuote>(new CreatingQuote(sender, grant, incoming, debit, null));

    /// <summary>For what arrives to be this.</summary>
    public static Plan<PaymentQuote> CreateForReceive(Grant grant, Wallet sender, Incoming incoming, Amount receive) =>
        new StepPlan<PaymentQuote>(new CreatingQuote(sender, grant, incoming, null, receive));

    /// <summary>
    /// Goes on only if the quote debits no more than the order allows: before anyone is asked to agree. Null allows what the payer agrees
    /// to.
    /// </summary>
    public static Plan<bool> IsAtMost(PaymentQuote quote, Amount? most) => Plan.Require(most is null || Limit.OfDebit(most).Allows(quote.Debit, quote.Receive), new Reason(
        Reason.Codes.AboveMost, CreatingQuote.StepName,
        $"The payment would debit {Contradiction.Shown(quote.Debit)}, and the order allows {Contradiction.Shown(most)} at most.",
        "Nothing was paid, and nobody was asked. Allow more, in the sender's asset, or pay less.", Fault.Order));
}

/// <summary>A quote is to be created.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Grant">Allows it.</param>
/// <param name="Incoming">What is to be paid.</param>
/// <param name="Debit">What is to be debited; null where that follows.</param>
/// <param name="Receive">What is to arrive; null where that follows.</param>
/// <param name="Plain">The incoming payment names the amount, and the request does not.</param>
public sealed record CreatingQuote(Wallet Sender, Grant Grant, Incoming Incoming, Amount? Debit, Amount? Receive, bool Plain = false) : Stage
{
    internal const string StepName = "quote";

    internal override string Step => StepName;

    internal override EntrySubject Subject => new(StepName, Incoming.Id.OriginalString, Text.Join(
        $"from {Sender.Id.OriginalString}", Debit is { } debit ? $"debit {Text.Of(debit)}" : null, !Plain && Receive is { } receive ? $"receive {Text.Of(receive)}" : null));

    internal override Token? Token => Grant.Token;

    internal override IEnumerable<Secret> Secrets => [Grant.Token.Value, Incoming.Token.Value];

    internal override Step<Transition> Next() => Usual.Ask(this, new CreateQuote(Sender.ResourceServer, Grant.Token.Value, Body()), (quote, at) =>
        WhyNot(quote) is { } difference
            ? Transition.Stop(Contradiction.Of(this, "quote", difference), at)
            : new Transition.Found(new PaymentQuote(
                quote.Id, quote.DebitAmount, quote.ReceiveAmount, quote.CreatedAt,
                Lifetimes.EndOf(quote.CreatedAt, quote.ExpiresAt, at), Lifetimes.CertainUntil(quote.CreatedAt, quote.ExpiresAt, at))));

    internal override Stage Renew(Token old, Token fresh) => this with { Grant = (Grant)Grant.Renew(old, fresh), Incoming = (Incoming)Incoming.Renew(old, fresh) };

    private string? WhyNot(Quote quote) => Contradiction.First(
        Contradiction.Id(quote.Id),
        Contradiction.Url("walletAddress", quote.WalletAddress, Sender.Id),
        Contradiction.Url("receiver", quote.Receiver, Incoming.Id),
        Receive is null ? null : Contradiction.Amount("receiveAmount", quote.ReceiveAmount, Receive),
        Debit is null ? null : Contradiction.Amount("debitAmount", quote.DebitAmount, Debit),
        Contradiction.Asset("debitAmount", quote.DebitAmount, Sender.AssetCode, Sender.AssetScale),
        Contradiction.Asset("receiveAmount", quote.ReceiveAmount, Incoming.Receiver.AssetCode, Incoming.Receiver.AssetScale),
        quote.DebitAmount.Value == 0 ? "it debits nothing" : null,
        quote.ReceiveAmount.Value == 0 ? "it delivers nothing" : null);

    private CreateQuoteRequest Body() =>
        Debit is not null ? new CreateQuoteRequest.WithDebitAmount { WalletAddress = Sender.Id, Receiver = Incoming.Id, Method = PaymentMethod.Ilp, DebitAmount = Debit }
        : !Plain && Receive is not null ? new CreateQuoteRequest.WithReceiveAmount { WalletAddress = Sender.Id, Receiver = Incoming.Id, Method = PaymentMethod.Ilp, ReceiveAmount = Receive }
        : new CreateQuoteRequest.Plain { WalletAddress = Sender.Id, Receiver = Incoming.Id, Method = PaymentMethod.Ilp };
}

/// <summary>A quote that was compared with what was asked for.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Debit">What the sender pays, fees included, in the sender's asset.</param>
/// <param name="Receive">What arrives, in the receiver's asset.</param>
/// <param name="CreatedAt">When it was created, by the server's clock: no payment of it is older.</param>
/// <param name="ExpiresAt">From when, by our clock, it can certainly no longer be paid; null where the server does not say.</param>
/// <param name="CertainUntil">Until when, by our clock, it has certainly not expired: it is not paid later.</param>
public sealed record PaymentQuote(
    Uri Id, Amount Debit, Amount Receive, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset CertainUntil) : Finding;
