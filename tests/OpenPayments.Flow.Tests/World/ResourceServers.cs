using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Both resource servers: incoming payments, quotes, outgoing payments. At most one outgoing payment per quote, and only while it lives.</summary>
public sealed class ResourceServers(Setting setting, Clock clock, AuthServers auth, Ledger ledger)
{
    private static readonly Uri Root = new("https://cloudnine.example/");

    private readonly Dictionary<Uri, (Quote Quote, DateTimeOffset End)> _quotes = [];

    public Answer<IncomingPaymentWithMethods> Create(CreateIncomingPayment ask) => Allowed(ask.Token, _ =>
        ledger.Open(new Uri($"https://happylife.example/incoming-payments/{ledger.Incoming.Count + 1}"), ask.Body.WalletAddress, ask.Body.IncomingAmount!, clock.Now));

    public Answer<Quote> Create(CreateQuote ask) => Allowed(ask.Token, _ =>
    {
        var (number, end) = (_quotes.Count + 1, clock.Now.AddSeconds(setting.QuoteLives));
        var quote = new Quote
        {
            Id = new Uri(Root, $"quotes/{number}"),
            WalletAddress = ask.Body.WalletAddress,
            Receiver = ask.Body.Receiver,
            Method = PaymentMethod.Ilp,
            ReceiveAmount = ledger.Incoming[ask.Body.Receiver].Ordered,
            DebitAmount = new Amount { Value = (ulong)(1132 + (setting.Drift * (number - 1))), AssetCode = "EUR", AssetScale = 3 },
            ExpiresAt = Say(end),
            CreatedAt = clock.Now.AddSeconds(setting.Skew),
        };
        _quotes.Add(quote.Id, (quote, setting.Expiry == Expiry.Never ? DateTimeOffset.MaxValue : end));
        return quote;
    });

    public Answer<OutgoingPaymentWithSpentAmounts> Create(CreateOutgoingPayment ask) => Allowed(ask.Token, token =>
    {
        var id = ((CreateOutgoingPaymentRequest.WithQuoteId)ask.Body).QuoteId;
        if (!_quotes.TryGetValue(id, out var found) || clock.Now >= found.End || ledger.Outgoing.ContainsKey(found.Quote.Id)) return null;
        var payment = ledger.Pay(new Uri(Root, $"outgoing-payments/{ledger.Outgoing.Count + 1}"), found.Quote, token.Limit, clock.Now);
        return new OutgoingPaymentWithSpentAmounts
        {
            Id = payment.Id,
            WalletAddress = payment.WalletAddress,
            QuoteId = payment.QuoteId,
            Receiver = payment.Receiver,
            ReceiveAmount = payment.ReceiveAmount,
            DebitAmount = payment.DebitAmount,
            SentAmount = payment.SentAmount,
            CreatedAt = payment.CreatedAt,
        };
    });

    public Answer<ListOutgoingPaymentsResponse> List(ListOutgoingPayments ask) => Allowed(ask.Token, _ =>
    {
        var all = ledger.Others.Concat(ledger.Outgoing.Values.Select(p => p.Show())).ToList();
        var from = ask.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var to = Math.Min(from + setting.PageSize, all.Count);
        var pages = new PageInfo { HasNextPage = to < all.Count, HasPreviousPage = from > 0, EndCursor = to.ToString(CultureInfo.InvariantCulture) };
        return new ListOutgoingPaymentsResponse { Pagination = pages, Result = all[from..to] };
    });

    public Answer<OutgoingPayment> Get(GetOutgoingPayment ask) => Allowed(ask.Token, _ =>
    {
        ledger.Move();
        return ledger.Outgoing.Values.SingleOrDefault(p => p.Id == ask.Id)?.Show();
    });

    public Answer<IncomingPaymentView> Get(GetIncomingPayment ask)
    {
        ledger.Move();
        var found = ledger.Incoming[ask.Id];
        return ask.Token is null ? new Answer<IncomingPaymentView>.Body(found.ShowPublicly(), clock.Now) : Allowed<IncomingPaymentView>(ask.Token, _ => found.Show());
    }

    private DateTimeOffset? Say(DateTimeOffset end) => setting.Expiry switch
    {
        Expiry.Told => end.AddSeconds(setting.Skew),
        Expiry.Never => DateTimeOffset.MaxValue,
        _ => null,
    };

    private Answer<T> Allowed<T>(Secret token, Func<AuthServers.Token, T?> body) where T : class =>
        auth.Check(token) is not { } works ? new Answer<T>.Refused(new Refusal(403, "403", "Inactive Token"), clock.Now)
        : body(works) is { } made ? new Answer<T>.Body(made, clock.Now)
        : new Answer<T>.Refused(new Refusal(400, "400", "invalid quote"), clock.Now);
}
