using System.Globalization;
using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>What honest servers answer.</summary>
public static class Bodies
{
    private const string NotContinued = "https://auth.example/continue/0";

    /// <summary>What no document knows.</summary>
    public static JsonElement Strange { get; } = JsonDocument.Parse("""{"new":true}""").RootElement;

    public static GrantResponse Granted(string token) =>
        new GrantResponse.Granted { AccessToken = Token(token), Continue = Continue(NotContinued, "hush-unused") };

    public static WalletAddress Wallet(Wallet of) => new()
    {
        Id = of.Id,
        AuthServer = of.AuthServer,
        ResourceServer = of.ResourceServer,
        AssetCode = of.AssetCode,
        AssetScale = of.AssetScale,
        PublicName = of.PublicName,
    };

    public static GrantResponse InteractionRequired(string redirect = "https://auth.cloudnine.example/interact/hush-page", int? wait = 5) =>
        new GrantResponse.InteractionRequired
        {
            Interact = new InteractResponse { Redirect = new Uri(redirect), Finish = new Secret("hush-finish") },
            Continue = Continue("https://auth.cloudnine.example/continue/1", "hush-continue-token", wait),
        };

    public static ContinueGrantResponse Continued(string token) =>
        new() { AccessToken = Token(token), Continue = Continue(NotContinued, "hush-unused") };

    public static ContinueGrantResponse Identified(string address, SubjectSubIdFormat? format = null) => new()
    {
        Subject = new Subject { SubIds = [new SubjectSubId { Id = address, Format = format ?? SubjectSubIdFormat.Uri }] },
        Continue = Continue(NotContinued, "hush-unused"),
    };

    public static RotateTokenResponse Rotated(string token) => new() { AccessToken = Token(token) };

    public static GetOutgoingPaymentGrantResponse Spent(Amount? debit, Amount? receive) =>
        new() { SpentDebitAmount = debit, SpentReceiveAmount = receive };

    public static Continue Continue(string uri, string token, int? wait = null) =>
        new() { Uri = new Uri(uri), AccessToken = new ContinueAccessToken { Value = new Secret(token) }, Wait = wait };

    public static IncomingPaymentWithMethods Incoming(Amount? ordered, Amount received, bool completed = false) => new()
    {
        Id = Given.Incoming.Id,
        WalletAddress = Given.Bob.Id,
        IncomingAmount = ordered,
        ReceivedAmount = received,
        Completed = completed,
        ExpiresAt = Given.Noon.AddDays(30),
        CreatedAt = Given.Noon,
        Methods = [],
    };

    public static PublicIncomingPayment Public(Amount? received) => new() { ReceivedAmount = received, AuthServer = Given.Bob.AuthServer };

    public static Quote Quote(
        Amount? debit = null, Amount? receive = null, Uri? receiver = null, string? expiresAt = "2026-12-01T12:05:00Z") => new()
        {
            Id = Given.Quote.Id,
            WalletAddress = Given.Alice.Id,
            Receiver = receiver ?? Given.Incoming.Id,
            ReceiveAmount = receive ?? Given.Quote.Receive,
            DebitAmount = debit ?? Given.Quote.Debit,
            Method = PaymentMethod.Ilp,
            ExpiresAt = expiresAt is null ? null : DateTimeOffset.Parse(expiresAt, CultureInfo.InvariantCulture),
            CreatedAt = Given.Noon,
        };

    public static OutgoingPaymentWithSpentAmounts Created() => Created(Outgoing(0));

    /// <summary>What the creation of this payment is answered with.</summary>
    public static OutgoingPaymentWithSpentAmounts Created(OutgoingPayment of) => new()
    {
        Id = of.Id,
        WalletAddress = of.WalletAddress,
        QuoteId = of.QuoteId,
        Failed = of.Failed,
        Receiver = of.Receiver,
        ReceiveAmount = of.ReceiveAmount,
        DebitAmount = of.DebitAmount,
        SentAmount = of.SentAmount,
        CreatedAt = of.CreatedAt,
    };

    public static OutgoingPayment Outgoing(ulong sent, bool? failed = null) => new()
    {
        Id = Given.Outgoing.Id!,
        WalletAddress = Given.Alice.Id,
        QuoteId = Given.Quote.Id,
        Failed = failed,
        Receiver = Given.Incoming.Id,
        ReceiveAmount = Given.Quote.Receive,
        DebitAmount = Given.Quote.Debit,
        SentAmount = Given.Euros(sent),
        CreatedAt = Given.Noon,
    };

    /// <summary>A payment that is not ours: of another quote, to another incoming payment.</summary>
    public static OutgoingPayment Foreign(DateTimeOffset? createdAt = null) => Outgoing(0) with
    {
        Id = new Uri("https://cloudnine.example/tenant/outgoing-payments/other"),
        QuoteId = new Uri("https://cloudnine.example/tenant/quotes/other"),
        Receiver = new Uri("https://happylife.example/tenant/incoming-payments/other"),
        CreatedAt = createdAt ?? Given.Noon,
    };

    public static ListOutgoingPaymentsResponse Page(string? next, params OutgoingPayment[] payments) =>
        new()
        {
            Pagination = new PageInfo { HasNextPage = next is not null, HasPreviousPage = false, EndCursor = next },
            Result = payments
        };

    /// <summary>A token that <see cref="Given.Token"/> makes: "quote" for "hush-quote-token".</summary>
    private static AccessToken Token(string of) =>
        new() { Value = Given.Token(of).Value, Manage = Given.Token(of).Manage, ExpiresIn = 600, Access = [] };
}
