using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>The senders' resource server: quotes, outgoing payments, spent amounts. At most one payment for a quote; without one, as many as are asked for.</summary>
public sealed class ResourceServers(Setting setting, Clock clock, Vault vault, Ledger ledger)
{
    private static readonly Uri Root = new("https://cloudnine.example/");

    private readonly Dictionary<Uri, Offer> _quotes = [];

    private int Dearer => setting.Drift * _quotes.Count;

    public Answer<Quote> Create(CreateQuote ask) => Allowed<AccessQuote, Quote>(ask.Token, _ =>
    {
        if (!ledger.Incoming.TryGetValue(ask.Body.Receiver, out var to) || !to.Takes(clock.Now)) return null;
        var (receive, debit) = ask.Body switch
        {
            CreateQuoteRequest.WithDebitAmount b => (Rates.Receive(b.DebitAmount, to.Wallet, Dearer), b.DebitAmount),
            CreateQuoteRequest.WithReceiveAmount b => (b.ReceiveAmount, Rates.Debit(b.ReceiveAmount, Dearer)),
            _ => (to.Ordered!, Rates.Debit(to.Ordered!, Dearer)),
        };
        if (receive.Value == 0) return null;
        var end = clock.Now.AddSeconds(setting.QuoteLives);
        if (end > to.ExpiresAt) end = to.ExpiresAt;
        var quote = new Quote
        {
            Id = new Uri(Root, string.Create(CultureInfo.InvariantCulture, $"quotes/{_quotes.Count + 1}")),
            WalletAddress = ask.Body.WalletAddress,
            Receiver = to.Id,
            Method = PaymentMethod.Ilp,
            ReceiveAmount = receive,
            DebitAmount = debit,
            ExpiresAt = setting.Expiry switch { Expiry.Told => end.AddSeconds(setting.Skew), Expiry.Never => DateTimeOffset.MaxValue, _ => null },
            CreatedAt = clock.Now.AddSeconds(setting.Skew),
        };
        _quotes.Add(quote.Id, new Offer(quote, to, setting.Expiry == Expiry.Never ? DateTimeOffset.MaxValue : end));
        return quote;
    });

    public Answer<OutgoingPaymentWithSpentAmounts> Create(CreateOutgoingPayment ask) => Allowed<AccessOutgoing, OutgoingPaymentWithSpentAmounts>(ask.Token, permit => ask.Body switch
    {
        CreateOutgoingPaymentRequest.WithQuoteId b when _quotes.TryGetValue(b.QuoteId, out var offer) && clock.Now < offer.End && offer.To.Takes(clock.Now) && ledger.Outgoing.All(p => p.QuoteId != b.QuoteId) =>
            Pay(ask, b.QuoteId, offer.To, offer.Quote.ReceiveAmount, offer.Quote.DebitAmount, permit),
        CreateOutgoingPaymentRequest.WithIncomingPayment b when ledger.Incoming.TryGetValue(b.IncomingPayment, out var to) && to.Takes(clock.Now) =>
            Pay(ask, null, to, Rates.Receive(b.DebitAmount, to.Wallet, 0), b.DebitAmount, permit),
        _ => null,
    });

    public Answer<ListOutgoingPaymentsResponse> List(ListOutgoingPayments ask) => Allowed<AccessOutgoing, ListOutgoingPaymentsResponse>(ask.Token, _ =>
    {
        var all = ledger.Others.Concat(ledger.Outgoing.Select(p => p.Show())).ToList();
        var from = ask.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var to = Math.Min(from + setting.PageSize, all.Count);
        var pages = new PageInfo { HasNextPage = to < all.Count, HasPreviousPage = from > 0, EndCursor = to.ToString(CultureInfo.InvariantCulture) };
        return new ListOutgoingPaymentsResponse { Pagination = pages, Result = all[from..to] };
    });

    public Answer<OutgoingPayment> Get(GetOutgoingPayment ask) => Allowed<AccessOutgoing, OutgoingPayment>(ask.Token, _ =>
    {
        ledger.Move(clock.Now);
        return ledger.Outgoing.SingleOrDefault(p => p.Id == ask.Id)?.Show();
    });

    public Answer<GetOutgoingPaymentGrantResponse> Spent(GetSpentAmounts ask) => Allowed<AccessOutgoing, GetOutgoingPaymentGrantResponse>(ask.Token, permit =>
    {
        var spent = ledger.SpentUnder(permit, clock.Now);
        return new GetOutgoingPaymentGrantResponse
        {
            SpentDebitAmount = setting.TellsSpent ? Holders.Alice.Amount(spent.Aggregate(0UL, (sum, p) => sum + p.Debited)) : null,
            SpentReceiveAmount = setting.TellsSpent && permit.Limit?.ReceiveAmount is { } of ? of with { Value = spent.Aggregate(0UL, (sum, p) => sum + p.Delivered) } : null,
        };
    });

    private OutgoingPaymentWithSpentAmounts? Pay(CreateOutgoingPayment ask, Uri? quote, Receivable to, Amount receive, Amount debit, Permit permit)
    {
        var id = new Uri(Root, string.Create(CultureInfo.InvariantCulture, $"outgoing-payments/{ledger.Outgoing.Count + 1}"));
        var payment = new Payable(id, quote, to, receive, debit, permit, setting.KeepsMetadata ? ask.Body.Metadata : null, clock.Now);
        return setting.Enforces && ledger.Exceeds(payment) ? null : ledger.Pay(payment).Accept();
    }

    private Answer<T> Allowed<TAccess, T>(Secret token, Func<Permit, T?> body)
        where TAccess : AccessItem
        where T : class =>
        vault.Check(token) is not { } permit ? new Answer<T>.Refused(new Refusal(403, "403", "Inactive Token"), clock.Now)
        : permit.Access is not TAccess ? new Answer<T>.Refused(new Refusal(403, "403", "Insufficient Grant"), clock.Now)
        : body(permit) is { } made ? new Answer<T>.Body(made, clock.Now)
        : new Answer<T>.Refused(new Refusal(400, "400", "invalid quote"), clock.Now);

    private sealed record Offer(Quote Quote, Receivable To, DateTimeOffset End);
}
