using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>The sender's list of outgoing payments, newest first: one that lags, leaves out, is long or is down.</summary>
internal sealed class PaymentList(ModelSettings settings, Clock clock, Ledger ledger)
{
    private static readonly Uri OtherQuote = new("https://cloudnine.example/quotes/other");

    private static readonly Uri OtherReceiver = new("https://happylife.example/tenant/incoming-payments/other");

    private static readonly Amount OtherAmount = TestWallets.Amount(TestWallets.Alice, 1);

    private static readonly Uri[] OtherIds = [.. Enumerable.Range(0, ModelSettings.MostNewer).Select(n => new Uri(
        string.Create(CultureInfo.InvariantCulture, $"https://cloudnine.example/outgoing-payments/other-{n}")))];

    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Down = TimeSpan.FromHours(2);

    private int Newer => settings.AllNewer;

    /// <summary>A page; null where the list is down.</summary>
    public ListOutgoingPaymentsResponse? Page(ListOutgoingPayments ask)
    {
        if (settings.Has(Quirks.ListIsDown) && ledger.Outgoing.Exists(payment => clock.Now < payment.CreatedAt + Down)) return null;
        var listed = Listed();
        var from = ask.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var to = Math.Min(from + Math.Min(ask.First, settings.PageSize), Newer + listed.Count);
        var shown = Enumerable.Range(from, to - from).Select(n => n < Newer ? Other(n) : new Shown(settings, listed[n - Newer]).Read());
        return new ListOutgoingPaymentsResponse
        {
            Pagination = new PageInfo
            {
                HasNextPage = to < Newer + listed.Count,
                HasPreviousPage = from > 0,
                EndCursor = to.ToString(CultureInfo.InvariantCulture),
            },
            Result = [.. shown],
        };
    }

    private List<ModelPayment> Listed() => settings.Has(Quirks.ListLeavesOut) ? []
        : [.. ledger.Outgoing.Where(payment => !settings.Has(Quirks.ListLags) || clock.Now >= payment.CreatedAt + Lag).Reverse()];

    private OutgoingPayment Other(int n) => new()
    {
        Id = OtherIds[n],
        WalletAddress = TestWallets.Alice.Id,
        QuoteId = OtherQuote,
        Failed = false,
        Receiver = OtherReceiver,
        ReceiveAmount = OtherAmount,
        DebitAmount = OtherAmount,
        SentAmount = OtherAmount,
        CreatedAt = clock.Now.AddSeconds(settings.Skew),
    };
}
