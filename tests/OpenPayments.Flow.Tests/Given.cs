using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>One state of each case, to begin an example from. The quote ends at 12:05.</summary>
public static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly PaymentOrder Order = new(
        new Uri("https://cloudnine.example/alice"), new Uri("https://happylife.example/bob"), Dollars(1000),
        new Uri("https://shop.example/payments/1/finish?order=42"), """{"description":"Order 42 – café","0":[1,2.50]}""");

    public static readonly Wallet Alice = new(Order.Sender, new Uri("https://auth.cloudnine.example/tenant"), new Uri("https://cloudnine.example/tenant"), "EUR", 3);

    public static readonly Wallet Bob = new(Order.Receiver, new Uri("https://auth.happylife.example/tenant"), new Uri("https://happylife.example/tenant"), "USD", 2);

    public static readonly Incoming Incoming = new(new Uri("https://happylife.example/tenant/incoming-payments/1"), new Secret("hush-incoming-token"));

    public static readonly Quoted Quote = new(new Uri("https://cloudnine.example/tenant/quotes/1"), Euros(11_320), Dollars(1000), Noon.AddMinutes(5), Number: 1);

    public static readonly PendingGrant Grant = new(
        new Secret("https://auth.cloudnine.example/interact/hush-page"), new Secret("hush-nonce"), new Secret("hush-finish"),
        new Uri("https://auth.cloudnine.example/continue/1"), new Secret("hush-continue-token"), Noon.AddSeconds(5), Noon.AddMinutes(10));

    public static readonly Consent Consent = new(new Secret("hush-outgoing-token"), Quote.Debit);

    public static readonly Followed Outgoing = new(new Uri("https://cloudnine.example/tenant/outgoing-payments/1"), Sent: null, Noon.AddHours(24));

    public static readonly Receipt Receipt = new(Quote.Debit, Quote.Receive, Euros(11_000), Dollars(1000), Incoming.Id, Outgoing.Id);

    public static readonly Reason Reason = new(Reason.Codes.Refused, "quote", "The server refused (400).", "Nothing was paid.", Fault.Provider);

    public static readonly Payment.FindingSender FindingSender = new(Order);
    public static readonly Payment.FindingReceiver FindingReceiver = new(Order, Alice);
    public static readonly Payment.GrantingIncoming GrantingIncoming = new(Order, Alice, Bob);
    public static readonly Payment.CreatingIncoming CreatingIncoming = new(Order, Alice, Bob, Incoming.Token);
    public static readonly Payment.GrantingQuote GrantingQuote = new(Order, Alice, Incoming, Number: 1);
    public static readonly Payment.Quoting Quoting = new(Order, Alice, Incoming, Number: 1, new Secret("hush-quote-token"));
    public static readonly Payment.DrawingNonce DrawingNonce = new(Order, Alice, Incoming, Quote);
    public static readonly Payment.SeekingConsent SeekingConsent = new(Order, Alice, Incoming, Quote, Grant.Nonce);
    public static readonly Payment.AwaitingConsent AwaitingConsent = new(Order, Alice, Incoming, Quote, Grant);
    public static readonly Payment.Continuing Continuing = new(Order, Alice, Incoming, Quote, Grant, new Secret("hush-ref"));
    public static readonly Payment.Paying Paying = new(Order, Alice, Incoming, Quote, Consent);
    public static readonly Payment.Looking Looking = new(Order, Alice, Incoming, Quote, Consent, Doubt: true);
    public static readonly Payment.Following Following = new(Order, Incoming, Quote, Consent, Outgoing);
    public static readonly Payment.Confirming Confirming = new(Order, Incoming, Quote, Consent, Outgoing with { Sent = Euros(11_000) }, Incoming.Token);
    public static readonly Payment.Waiting Waiting = new(Noon.AddSeconds(5), Continuing);
    public static readonly Payment.Completed Completed = new(Receipt);
    public static readonly Payment.Failed Failed = new(Reason);
    public static readonly Payment.Uncertain Uncertain = new(Reason, Receipt with { Sent = null, Received = null, OutgoingPayment = null });

    /// <summary>One of each, in the order of the guide.</summary>
    public static readonly IReadOnlyList<Payment> States =
    [
        FindingSender, FindingReceiver, GrantingIncoming, CreatingIncoming, GrantingQuote, Quoting, DrawingNonce, SeekingConsent, AwaitingConsent,
        Continuing, Paying, Looking, Following, Confirming, Waiting, Completed, Failed, Uncertain,
    ];

    /// <summary>Every case of <see cref="Payment"/>.</summary>
    public static IReadOnlyList<Type> Cases { get; } = [.. typeof(Payment).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Payment)))];

    public static Amount Dollars(ulong value) => new() { Value = value, AssetCode = "USD", AssetScale = 2 };

    public static Amount Euros(ulong value) => new() { Value = value, AssetCode = "EUR", AssetScale = 3 };
}
