using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>
/// One finding of each kind, to begin an example from. Alice pays in euros, Bob and Carol are paid in dollars; the quote ends at 12:05.
/// </summary>
public static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Wallet Alice = Wallet("cloudnine", "alice", "EUR", 3);

    public static readonly Wallet Bob = Wallet("happylife", "bob", "USD", 2);

    public static readonly Wallet Carol = Wallet("threeleaf", "carol", "USD", 2);

    public static readonly Grant Receiving = new(GrantKind.IncomingPayment, Bob.AuthServer, Token("incoming"), Noon);

    public static readonly Grant Quoting = new(GrantKind.Quote, Alice.AuthServer, Token("quote"), Noon);

    public static readonly Incoming Incoming = new(
        new Uri("https://happylife.example/tenant/incoming-payments/1"), Bob, Dollars(1000), Noon.AddDays(30), Receiving.Token);

    public static readonly PaymentQuote Quote = new(
        new Uri("https://cloudnine.example/tenant/quotes/1"), Euros(11_320), Dollars(1000), Noon, Noon.AddMinutes(5), Noon.AddSeconds(270));

    public static readonly PendingGrant Pending = new(
        new Secret("https://auth.cloudnine.example/interact/hush-page"), new Secret("hush-nonce"), new Secret("hush-finish"),
        new Uri("https://auth.cloudnine.example/continue/1"), new Secret("hush-continue-token"), Noon.AddSeconds(5), Noon.AddMinutes(10));

    public static readonly Consent Consent = new(Token("outgoing"), Limit.OfDebit(Quote.Debit));

    public static readonly Intent Intent = new(Alice, Incoming, Quote.Debit, Quote.Receive, Quote, Orders.Metadata);

    /// <summary>Of a payment without a quote: its incoming payment takes nothing after 12:30.</summary>
    public static readonly Intent WithoutQuote =
        Intent with { Quote = null, Receive = null, Incoming = Incoming with { Amount = null, ExpiresAt = Noon.AddMinutes(30) } };

    public static readonly Outgoing Outgoing = new(
        new Uri("https://cloudnine.example/tenant/outgoing-payments/1"), Intent, Quote.Receive, Consent.Token, Noon.AddHours(24));

    public static readonly SpentSoFar Spent = new(new Spent(Euros(11_320), Dollars(1000)));

    public static readonly Receipt Receipt = new(Quote.Debit, Quote.Receive, Euros(11_000), Dollars(1000), Incoming.Id, Outgoing.Id);

    public static readonly Reason Reason =
        new(Reason.Codes.Refused, "quote", "The server refused (400).", "Nothing was paid.", Fault.Provider);

    public static readonly Outcome Paid = new Outcome.Paid(Receipt);

    public static readonly Outcome PaidInPart = new Outcome.PaidInPart(Reason, Receipt with { Received = Dollars(400) });

    public static readonly Outcome Unpaid = new Outcome.Unpaid(Reason, Noon);

    public static readonly Outcome Unknown =
        new Outcome.Unknown(Reason, Receipt with { Sent = null, Received = null, OutgoingPayment = null });

    public static readonly Totals Totals = Totals.None.With(Paid, 1).With(Unpaid, 2);

    public static readonly FuturePayment Ordered = new(Bob.Id, Dollars(1000), Orders.Metadata);

    /// <summary>One of each case.</summary>
    public static readonly IReadOnlyList<Finding> Findings =
    [
        Alice, Receiving, Incoming, Quote, Consent, new Identity(Alice.Id), Spent, Outgoing, Paid, PaidInPart, Unpaid, Unknown,
        new Round(2, Consent, Reason, Noon), new Due(Noon), new NextOrder(Ordered, Noon), new WindowsPassed(Totals, Noon),
        new PaymentsPassed(Totals, Used.None.Plus(Paid), 1),
    ];

    public static readonly HeldToken HeldToken = new(Consent.Token);

    public static readonly HeldGrant HeldGrant = new(Pending.ContinueUri, Pending.ContinueToken);

    public static Journal Journal(params ReadOnlySpan<Finding> findings)
    {
        var entries = new List<JournalEntry>();
        foreach (var finding in findings) entries.Add(new JournalEntry(new EntrySubject("some-step", "something"), finding));
        return new Journal("one-time-payment", [.. entries]);
    }

    public static Token Token(string of) => new(new Secret($"hush-{of}-token"), new Uri($"https://auth.example/token/{of}"));

    public static Amount Dollars(ulong value) => new() { Value = value, AssetCode = "USD", AssetScale = 2 };

    public static Amount Euros(ulong value) => new() { Value = value, AssetCode = "EUR", AssetScale = 3 };

    private static Wallet Wallet(string provider, string name, string asset, int scale) => new(
        new Uri($"https://{provider}.example/{name}"), new Uri($"https://auth.{provider}.example/tenant"),
            new Uri($"https://{provider}.example/tenant"),
        asset, scale, $"{char.ToUpperInvariant(name[0])}{name[1..]}");
}
