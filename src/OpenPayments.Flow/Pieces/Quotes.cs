using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Quote what a payment costs (guide step 5). A quote that says anything but what was asked for is not paid.</summary>
public static class Quotes
{
    /// <summary>For an incoming payment that names its amount.</summary>
    /// <param name="grant">Of <see cref="Grants.ForQuotes"/>.</param>
    /// <param name="sender">Who pays.</param>
    /// <param name="incoming">What is to be paid.</param>
    public static Plan<Quoted> Create(Grant grant, Wallet sender, Incoming incoming) => new Piece<Quoted>(new Quoting(sender, grant.Token, incoming.Id, null, incoming.Amount, Plain: true));

    /// <summary>For what is debited to be this, fees included.</summary>
    public static Plan<Quoted> CreateForDebit(Grant grant, Wallet sender, Incoming incoming, Amount debit) => new Piece<Quoted>(new Quoting(sender, grant.Token, incoming.Id, debit, null));

    /// <summary>For what arrives to be this.</summary>
    public static Plan<Quoted> CreateForReceive(Grant grant, Wallet sender, Incoming incoming, Amount receive) => new Piece<Quoted>(new Quoting(sender, grant.Token, incoming.Id, null, receive));
}

/// <summary>A quote is to be created. <paramref name="Plain"/>: the incoming payment names the amount, and the request does not.</summary>
public sealed record Quoting(Wallet Sender, Token With, Uri Receiver, Amount? Debit, Amount? Receive, bool Plain = false) : Stage
{
    internal override string Step => "quote";

    internal override Token? Token => With;

    internal override Step<Turn> Next() => Ask.Usually(this, new CreateQuote(Sender.ResourceServer, With.Value, Body()), (quote, at) =>
        WhyNot(quote) is { } what
            ? Turn.Stop(Mismatch.Of(this, what), at)
            : new Turn.Learnt(new Quoted(quote.Id, quote.DebitAmount, quote.ReceiveAmount, Lifetimes.EndOf(quote.CreatedAt, quote.ExpiresAt, at))));

    internal override Stage Renew(Token old, Token fresh) => this with { With = With.Renew(old, fresh) };

    private string? WhyNot(Quote quote) =>
        quote.Receiver != Receiver ? "The quote pays another incoming payment."
        : Receive is not null && quote.ReceiveAmount != Receive ? "The quote delivers another amount."
        : Debit is not null && quote.DebitAmount != Debit ? "The quote debits another amount."
        : quote.DebitAmount.Value == 0 || quote.DebitAmount.AssetCode != Sender.AssetCode || quote.DebitAmount.AssetScale != Sender.AssetScale
            ? "The quote does not debit the sender's asset."
        : quote.ReceiveAmount.Value == 0 ? "The quote delivers nothing."
        : null;

    private CreateQuoteRequest Body() =>
        Debit is not null ? new CreateQuoteRequest.WithDebitAmount { WalletAddress = Sender.Id, Receiver = Receiver, Method = PaymentMethod.Ilp, DebitAmount = Debit }
        : !Plain && Receive is not null ? new CreateQuoteRequest.WithReceiveAmount { WalletAddress = Sender.Id, Receiver = Receiver, Method = PaymentMethod.Ilp, ReceiveAmount = Receive }
        : new CreateQuoteRequest.Plain { WalletAddress = Sender.Id, Receiver = Receiver, Method = PaymentMethod.Ilp };
}
