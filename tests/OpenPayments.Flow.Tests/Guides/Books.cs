using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What the servers of a run have written down: they keep the rules of the table "What the reference server guarantees".</summary>
/// <param name="drift">How much dearer each quote is than the one before.</param>
/// <param name="tokensLast">How long a token lives; null: for ever.</param>
internal sealed class Books(long drift, TimeSpan? tokensLast)
{
    /// <summary>The token of a consent that was given before the run.</summary>
    public static readonly Token Held = Given.Token("held");

    private readonly Dictionary<string, DateTimeOffset> _tokens = new() { [Held.Value.Reveal()] = DateTimeOffset.MaxValue };
    private readonly Dictionary<Uri, IncomingPaymentWithMethods> _incoming = [];
    private readonly Dictionary<Uri, Quote> _quotes = [];
    private int _made;

    /// <summary>All outgoing payments, in the order in which they were made.</summary>
    public List<OutgoingPayment> Outgoing { get; } = [];

    public AccessToken Issue(DateTimeOffset now)
    {
        var value = $"hush-token-{++_made}";
        _tokens[value] = now + (tokensLast ?? TimeSpan.FromDays(36_500));
        return new AccessToken { Value = new Secret(value), Manage = new Uri($"https://auth.example/token/{_made}"), Access = [] };
    }

    public bool Knows(Secret token) => _tokens.ContainsKey(token.Reveal());

    public bool IsAlive(Secret token, DateTimeOffset now) => _tokens.TryGetValue(token.Reveal(), out var end) && now < end;

    public AccessToken Rotate(Secret token, DateTimeOffset now)
    {
        _tokens.Remove(token.Reveal());
        return Issue(now);
    }

    public IncomingPaymentWithMethods Create(CreateIncomingPayment ask, DateTimeOffset now)
    {
        var id = new Uri($"{ask.ResourceServer.OriginalString}/incoming-payments/{++_made}");
        return _incoming[id] = new IncomingPaymentWithMethods
        {
            Id = id,
            WalletAddress = ask.Body.WalletAddress,
            IncomingAmount = ask.Body.IncomingAmount,
            ReceivedAmount = Given.Dollars(0),
            Completed = false,
            CreatedAt = now,
            ExpiresAt = ask.Body.ExpiresAt ?? now.AddDays(30),
            Methods = [],
            Metadata = ask.Body.Metadata,
        };
    }

    /// <summary>Null once it has expired with nothing received.</summary>
    public IncomingPaymentWithMethods? Incoming(Uri id, DateTimeOffset now) =>
        _incoming[id] is var payment && (now < payment.ExpiresAt || payment.ReceivedAmount.Value > 0) ? payment : null;

    public Quote Create(CreateQuote ask, DateTimeOffset now)
    {
        var (receiver, debit, receive) = ask.Body switch
        {
            CreateQuoteRequest.WithDebitAmount b => (b.Receiver, b.DebitAmount, (Amount?)null),
            CreateQuoteRequest.WithReceiveAmount b => (b.Receiver, (Amount?)null, b.ReceiveAmount),
            CreateQuoteRequest.Plain b => (b.Receiver, null, _incoming[b.Receiver].IncomingAmount),
            var other => throw new InvalidOperationException($"no quote is asked for like this: {other}"),
        };
        var id = new Uri($"{ask.ResourceServer.OriginalString}/quotes/{++_made}");
        return _quotes[id] = new Quote
        {
            Id = id,
            WalletAddress = Given.Alice.Id,
            Receiver = receiver,
            Method = PaymentMethod.Ilp,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(5),
            DebitAmount = debit ?? Given.Euros((ulong)((long)Cost(receive!) + (_quotes.Count * drift))),
            ReceiveAmount = receive ?? Given.Dollars(debit!.Value * 100 / 1132),
        };
    }

    /// <summary>The payment; null where the quote ran out or was paid, or the incoming payment is gone.</summary>
    public OutgoingPayment? Create(CreateOutgoingPayment ask, DateTimeOffset now)
    {
        var made = ask.Body switch
        {
            CreateOutgoingPaymentRequest.WithQuoteId b => _quotes[b.QuoteId] is var q && now < q.ExpiresAt && Outgoing.TrueForAll(o => o.QuoteId != q.Id)
                ? Payment(q.Id.OriginalString.Split('/')[^1], q.Id, q.Receiver, q.DebitAmount, q.ReceiveAmount, now) with { Metadata = b.Metadata } : null,
            CreateOutgoingPaymentRequest.WithIncomingPayment b => Incoming(b.IncomingPayment, now) is not null
                ? Payment($"{++_made}", null, b.IncomingPayment, b.DebitAmount!, Given.Dollars(b.DebitAmount!.Value * 100 / 1132), now) with { Metadata = b.Metadata } : null,
            var other => throw new InvalidOperationException($"no payment is made like this: {other}"),
        };
        if (made is not null) Outgoing.Add(made);
        return made;
    }

    /// <summary>The money moves as soon as someone looks.</summary>
    public OutgoingPayment Settle(Uri id)
    {
        var payment = Outgoing.Single(o => o.Id == id);
        if (payment.Failed == true || payment.SentAmount.Value > 0) return payment;
        _incoming[payment.Receiver] = _incoming[payment.Receiver] with { ReceivedAmount = payment.ReceiveAmount, Completed = true };
        return Outgoing[Outgoing.IndexOf(payment)] = payment with { SentAmount = payment.DebitAmount with { Value = payment.DebitAmount.Value - 20 } };
    }

    private static ulong Cost(Amount receive) => receive.Value * 1132 / 100;

    private static OutgoingPayment Payment(string id, Uri? quote, Uri receiver, Amount debit, Amount receive, DateTimeOffset now) => new()
    {
        Id = new Uri($"{Given.Alice.ResourceServer.OriginalString}/outgoing-payments/{id}"),
        WalletAddress = Given.Alice.Id,
        QuoteId = quote,
        Receiver = receiver,
        DebitAmount = debit,
        ReceiveAmount = receive,
        SentAmount = Given.Euros(0),
        Failed = false,
        CreatedAt = now,
    };
}
