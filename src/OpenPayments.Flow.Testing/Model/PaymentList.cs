using System.Globalization;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>The sender's list of outgoing payments, newest first: one that lags, leaves out, is long or is down.</summary>
internal sealed class PaymentList(ModelSettings settings, Clock clock, Ledger ledger)
{
    private const int Many = 1_050;

    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Down = TimeSpan.FromHours(2);

    private int Newer => settings.Has(Quirks.ListIsLong) ? Many : settings.Newer;

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
                HasNextPage = to < Newer + listed.Count, HasPreviousPage = from > 0, EndCursor = to.ToString(CultureInfo.InvariantCulture),
            },
            Result = [.. shown],
        };
    }

    private List<ModelPayment> Listed() => settings.Has(Quirks.ListLeavesOut) ? []
        : [.. ledger.Outgoing.Where(payment => !settings.Has(Quirks.ListLags) || clock.Now >= payment.CreatedAt + Lag).Reverse()];

    private OutgoingPayment Other(int n) => new()
    {
        Id = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://cloudnine.example/outgoing-payments/other-{n}")),
        WalletAddress = TestWallets.Alice.Id,
        QuoteId = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://cloudnine.example/quotes/other-{n}")),
        Failed = false,
        Receiver = new Uri("https://happylife.example/tenant/incoming-payments/other"),
        ReceiveAmount = TestWallets.Amount(TestWallets.Bob, 1),
        DebitAmount = TestWallets.Amount(TestWallets.Alice, 1),
        SentAmount = TestWallets.Amount(TestWallets.Alice, 1),
        CreatedAt = clock.Now.AddSeconds(settings.Skew),
    };
}
