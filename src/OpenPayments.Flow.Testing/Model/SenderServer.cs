using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>
/// The sender's resource server: quotes, outgoing payments, spent amounts. At most one payment of a quote; without one, as many as are
/// asked for.
/// </summary>
internal sealed class SenderServer(ModelSettings settings, Clock clock, TokenStore tokens, Ledger ledger)
{
    private static readonly Uri Root = new("https://cloudnine.example/");

    private readonly Dictionary<Uri, Offer> _quotes = [];

    private int Dearer => settings.Drift * _quotes.Count;

    public IEnumerable<Offer> Offers => _quotes.Values;

    public void CopyFrom(SenderServer other)
    {
        foreach (var (id, offer) in other._quotes) _quotes.Add(id, offer);
    }

    public Answer<Quote> Create(CreateQuote ask) => Allowed<AccessQuote, Quote>(ask.Token, "invalid receiver", _ =>
    {
        if (ledger.Find(ask.Body.Receiver) is not { } to || !to.Takes(clock.Now)) return null;
        var (receive, debit) = ask.Body switch
        {
            CreateQuoteRequest.WithDebitAmount b => (Rates.Receive(b.DebitAmount, to.Wallet, Dearer), b.DebitAmount),
            CreateQuoteRequest.WithReceiveAmount b => (b.ReceiveAmount, Rates.Debit(b.ReceiveAmount, Dearer)),
            _ => (to.Ordered!, Rates.Debit(to.Ordered!, Dearer)),
        };
        return receive.Value == 0 ? null : Quote(ask, to, receive, debit);
    });

    public Answer<OutgoingPaymentWithSpentAmounts> Create(CreateOutgoingPayment ask) =>
        Allowed<AccessOutgoing, OutgoingPaymentWithSpentAmounts>(ask.Token, "invalid quote", permit => ask.Body switch
        {
            CreateOutgoingPaymentRequest.WithQuoteId b when _quotes.TryGetValue(b.QuoteId, out var offer) && clock.Now < offer.Ends
                && ledger.Find(offer.Incoming) is { } to && to.Takes(clock.Now)
                    && ledger.Outgoing.TrueForAll(p => p.QuoteId != b.QuoteId) =>
                Pay(ask, b.QuoteId, to, offer.Receive, offer.Debit, permit),
            CreateOutgoingPaymentRequest.WithIncomingPayment b when ledger.Find(b.IncomingPayment) is { } to && to.Takes(clock.Now) =>
                Pay(ask, null, to, Rates.Receive(b.DebitAmount, to.Wallet, 0), b.DebitAmount, permit),
            _ => null,
        });

    public Answer<ListOutgoingPaymentsResponse> List(ListOutgoingPayments ask) =>
        Allowed<AccessOutgoing, ListOutgoingPaymentsResponse>(ask.Token, "", _ => new PaymentList(settings, clock, ledger).Page(ask), 503);

    public Answer<OutgoingPayment> Get(GetOutgoingPayment ask) => Allowed<AccessOutgoing, OutgoingPayment>(ask.Token, "Unauthorized", _ =>
    {
        ledger.Move(clock.Now);
        var found = ledger.Outgoing.SingleOrDefault(payment => Spelling.Plain(payment.Id) == Spelling.Plain(ask.Id));
        return found is null ? null : new Shown(settings, found).Read();
    }, 401);

    public Answer<GetOutgoingPaymentGrantResponse> Spent(GetSpentAmounts ask) =>
        Allowed<AccessOutgoing, GetOutgoingPaymentGrantResponse>(ask.Token, "", permit =>
    {
        var spent = ledger.SpentUnder(permit, clock.Now).ToList();
        var debit = TestWallets.Amount(TestWallets.Alice, spent.Aggregate(0UL, (sum, payment) => sum + payment.TakesDebit));
        var receive = permit.Limit?.ReceiveAmount is { } of
            ? of with { Value = spent.Aggregate(0UL, (sum, p) => sum + p.TakesArrival) } : null;
        return new() { SpentDebitAmount = settings.TellsSpent ? debit : null, SpentReceiveAmount = settings.TellsSpent ? receive : null };
    });

    private Quote Quote(CreateQuote ask, ModelIncomingPayment to, Amount receive, Amount debit)
    {
        var ends = clock.Now.AddSeconds(settings.QuoteLives);
        if (ends > to.ExpiresAt) ends = to.ExpiresAt;
        var spelt = settings.Has(Quirks.SpellsOtherwise);
        var id = new Uri(Root, string.Create(CultureInfo.InvariantCulture, $"quotes/{_quotes.Count + 1}"));
        _quotes.Add(id, new Offer(to.Id, receive, debit, settings.Expiry == Expiry.Never ? DateTimeOffset.MaxValue : ends));
        return new Quote
        {
            Id = id,
            WalletAddress = spelt ? Spelling.Other(ask.Body.WalletAddress) : ask.Body.WalletAddress,
            Receiver = spelt ? Spelling.Other(to.Id) : to.Id,
            Method = PaymentMethod.Ilp,
            ReceiveAmount = receive,
            DebitAmount = debit,
            ExpiresAt = settings.Expiry switch
            {
                Expiry.Told => ends.AddSeconds(settings.Skew),
                Expiry.Never =>
                DateTimeOffset.MaxValue,
                _ => null
            },
            CreatedAt = clock.Now.AddSeconds(settings.Skew),
        };
    }

    private OutgoingPaymentWithSpentAmounts? Pay(
        CreateOutgoingPayment ask, Uri? quote, ModelIncomingPayment to, Amount receive, Amount debit, Permit permit)
    {
        var id = new Uri(Root, string.Create(CultureInfo.InvariantCulture, $"outgoing-payments/{ledger.Outgoing.Count + 1}"));
        var payment = new ModelPayment(id, quote, to.Id, to.Wallet.Id, receive, debit, permit, ask.Body.Metadata, clock.Now);
        if (settings.Enforces && ledger.Exceeds(payment)) return null;
        ledger.Outgoing.Add(payment);
        return new Shown(settings, payment).Created();
    }

    private Answer<T> Allowed<TAccess, T>(Secret token, string otherwise, Func<Permit, T?> body, int status = 400)
        where TAccess : AccessItem
        where T : class =>
        tokens.Check(token) is not { } permit ? Refuse<T>(403, "Inactive Token")
        : permit.Access is not TAccess ? Refuse<T>(403, "Insufficient Grant")
        : body(permit) is { } made ? new Answer<T>.Body(made, clock.Now)
        : Refuse<T>(status, otherwise);

    private Answer<T>.Refused Refuse<T>(int status, string words) =>
        new(new Refusal(status, status.ToString(CultureInfo.InvariantCulture), words), clock.Now);

    internal sealed record Offer(Uri Incoming, Amount Receive, Amount Debit, DateTimeOffset Ends);
}
