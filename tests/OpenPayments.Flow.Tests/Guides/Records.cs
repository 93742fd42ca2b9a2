using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What the servers of a run have written down: they keep the rules of the table "What the reference server guarantees".</summary>
/// <param name="drift">How much dearer each quote is than the one before.</param>
/// <param name="tokensLast">How long a token lives; null: for ever.</param>
internal sealed class Records(long drift, TimeSpan? tokensLast)
{
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private readonly Dictionary<Uri, IncomingPaymentWithMethods> _incoming = [];
    private readonly Dictionary<Uri, Quote> _quotes = [];
    private readonly HashSet<Uri> _waiting = [];
    private readonly Dictionary<Uri, AccessToken> _continued = [];
    private int _last;

    /// <summary>All outgoing payments, in the order of their creation.</summary>
    public List<OutgoingPayment> Outgoing { get; } = [];

    /// <summary>Tokens that were issued and neither rotated nor revoked, and grants that nobody has continued or cancelled.</summary>
    public IEnumerable<string> NotGivenBack => [.. _tokens.Keys, .. _waiting.Select(grant => grant.OriginalString)];

    public AccessToken Issue(DateTimeOffset now)
    {
        var value = $"hush-token-{++_last}";
        _tokens[value] = now + (tokensLast ?? TimeSpan.FromDays(36_500));
        return new AccessToken { Value = new Secret(value), Manage = new Uri($"https://auth.example/token/{_last}"), Access = [] };
    }

    public bool Knows(Secret token) => _tokens.ContainsKey(token.Reveal());

    public bool IsAlive(Secret token, DateTimeOffset now) => _tokens.TryGetValue(token.Reveal(), out var end) && now < end;

    public AccessToken Rotate(Secret token, DateTimeOffset now)
    {
        Revoke(token);
        return Issue(now);
    }

    public void Revoke(Secret token) => _tokens.Remove(token.Reveal());

    /// <summary>A grant waits for its payer: where it is continued.</summary>
    public Uri Wait()
    {
        var at = new Uri($"https://auth.example/continue/{++_last}");
        _waiting.Add(at);
        return at;
    }

    /// <summary>The grant is continued. False: it was before.</summary>
    public bool Continue(Uri grant) => _waiting.Remove(grant);

    /// <summary>The token of a grant that was continued.</summary>
    public AccessToken Issue(Uri grant, DateTimeOffset now) => _continued[grant] = Issue(now);

    /// <summary>The grant is cancelled, and a token that it gave is dead.</summary>
    public void Cancel(Uri grant)
    {
        _waiting.Remove(grant);
        if (_continued.TryGetValue(grant, out var token)) Revoke(token.Value);
    }

    public IncomingPaymentWithMethods Create(CreateIncomingPayment ask, DateTimeOffset now)
    {
        var id = new Uri($"{ask.ResourceServer.OriginalString}/incoming-payments/{++_last}");
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
        var id = new Uri($"{ask.ResourceServer.OriginalString}/quotes/{++_last}");
        return _quotes[id] = new Quote
        {
            Id = id,
            WalletAddress = Given.Alice.Id,
            Receiver = receiver,
            Method = PaymentMethod.Ilp,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(5),
            DebitAmount = debit ?? Given.Euros((ulong)((long)Cost(receive!) + (_quotes.Count * drift))),
            ReceiveAmount = receive ?? Given.Dollars(Worth(debit!)),
        };
    }

    /// <summary>The payment; null where the quote ran out or was paid, or the incoming payment is gone.</summary>
    public OutgoingPayment? Create(CreateOutgoingPayment ask, DateTimeOffset now)
    {
        var created = ask.Body switch
        {
            CreateOutgoingPaymentRequest.WithQuoteId b => Of(_quotes[b.QuoteId], now),
            CreateOutgoingPaymentRequest.WithIncomingPayment b => Incoming(b.IncomingPayment, now) is null ? null
                : Payment($"{++_last}", null, b.IncomingPayment, b.DebitAmount!, Given.Dollars(Worth(b.DebitAmount!)), now),
            var other => throw new InvalidOperationException($"no payment is created like this: {other}"),
        };
        if (created is not null) Outgoing.Add(created);
        return created;
    }

    /// <summary>The money moves as soon as someone looks at either side.</summary>
    public OutgoingPayment Settle(OutgoingPayment payment)
    {
        if (payment.Failed == true || payment.SentAmount.Value > 0) return payment;
        var to = _incoming[payment.Receiver];
        _incoming[payment.Receiver] =
            to with { ReceivedAmount = Given.Dollars(to.ReceivedAmount.Value + payment.ReceiveAmount.Value), Completed = true };
        return Outgoing[Outgoing.IndexOf(payment)] = payment with { SentAmount = Given.Euros(payment.DebitAmount.Value - 20) };
    }

    private OutgoingPayment? Of(Quote quote, DateTimeOffset now) => now < quote.ExpiresAt && Outgoing.TrueForAll(o => o.QuoteId != quote.Id)
        ? Payment(quote.Id.OriginalString.Split('/')[^1], quote.Id, quote.Receiver, quote.DebitAmount, quote.ReceiveAmount, now)
        : null;

    private static ulong Cost(Amount receive) => receive.Value * 1132 / 100;

    private static ulong Worth(Amount debit) => debit.Value * 100 / 1132;

    private static OutgoingPayment Payment(string id, Uri? quote, Uri receiver, Amount debit, Amount receive, DateTimeOffset now) =>
        Bodies.Outgoing(0, failed: false) with
        {
            Id = new Uri($"{Given.Alice.ResourceServer.OriginalString}/outgoing-payments/{id}"),
            QuoteId = quote,
            Receiver = receiver,
            DebitAmount = debit,
            ReceiveAmount = receive,
            CreatedAt = now,
        };
}
