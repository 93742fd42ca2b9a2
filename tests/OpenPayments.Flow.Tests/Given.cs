using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>One fact of each kind, to begin an example from. Alice pays in euros, Bob and Carol are paid in dollars; the quote ends at 12:05.</summary>
public static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Wallet Alice = new(new Uri("https://cloudnine.example/alice"), new Uri("https://auth.cloudnine.example/tenant"), new Uri("https://cloudnine.example/tenant"), "EUR", 3);

    public static readonly Wallet Bob = new(new Uri("https://happylife.example/bob"), new Uri("https://auth.happylife.example/tenant"), new Uri("https://happylife.example/tenant"), "USD", 2);

    public static readonly Wallet Carol = new(new Uri("https://happylife.example/carol"), new Uri("https://auth.happylife.example/tenant"), new Uri("https://happylife.example/tenant"), "USD", 2);

    public static readonly Grant Receiving = new(GrantKind.IncomingPayment, Bob.AuthServer, Token("incoming"), Noon);

    public static readonly Grant Quoting = new(GrantKind.Quote, Alice.AuthServer, Token("quote"), Noon);

    public static readonly Incoming Incoming = new(new Uri("https://happylife.example/tenant/incoming-payments/1"), Dollars(1000), Noon.AddDays(30), Receiving.Token);

    public static readonly Quoted Quote = new(new Uri("https://cloudnine.example/tenant/quotes/1"), Euros(11_320), Dollars(1000), Noon.AddMinutes(5));

    public static readonly PendingGrant Pending = new(
        new Secret("https://auth.cloudnine.example/interact/hush-page"), new Secret("hush-nonce"), new Secret("hush-finish"),
        new Uri("https://auth.cloudnine.example/continue/1"), new Secret("hush-continue-token"), Noon.AddSeconds(5), Noon.AddMinutes(10));

    public static readonly Consent Consent = new(Token("outgoing"), Limit.OfDebit(Quote.Debit));

    public static readonly Made Made = new(new Uri("https://cloudnine.example/tenant/outgoing-payments/1"), Quote.Debit, Quote.Receive, Consent.Token, Noon.AddHours(24));

    public static readonly Spent Spent = new(Euros(11_320), Dollars(1000));

    public static readonly Receipt Receipt = new(Quote.Debit, Quote.Receive, Euros(11_000), Dollars(1000), Incoming.Id, Made.Id);

    public static readonly Reason Reason = new(Reason.Codes.Refused, "quote", "The server refused (400).", "Nothing was paid.", Fault.Provider);

    public static readonly Outcome Paid = new Outcome.Paid(Receipt);

    public static readonly Outcome PaidInPart = new Outcome.PaidInPart(Reason, Receipt with { Received = Dollars(400) });

    public static readonly Outcome Unpaid = new Outcome.Unpaid(Reason, Noon);

    public static readonly Outcome Unknown = new Outcome.Unknown(Reason, Receipt with { Sent = null, Received = null, OutgoingPayment = null });

    /// <summary>One of each case.</summary>
    public static readonly IReadOnlyList<Fact> Facts =
    [
        Alice, Receiving, Incoming, Quote, Consent, new Identified(Alice.Id), Spent, Made, Paid, PaidInPart, Unpaid, Unknown,
        new Round(2, Consent, Reason, Noon), new Reached(Noon),
    ];

    public static Token Token(string of) => new(new Secret($"hush-{of}-token"), new Uri($"https://auth.example/token/{of}"));

    public static Amount Dollars(ulong value) => new() { Value = value, AssetCode = "USD", AssetScale = 2 };

    public static Amount Euros(ulong value) => new() { Value = value, AssetCode = "EUR", AssetScale = 3 };
}
