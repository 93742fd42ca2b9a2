using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>What honest servers answer.</summary>
public static class Bodies
{
    /// <summary>What no document knows.</summary>
    public static JsonElement Strange { get; } = JsonDocument.Parse("""{"new":true}""").RootElement;

    public static GrantResponse Granted(string token) => new GrantResponse.Granted { AccessToken = Token(token), Continue = Continue("https://auth.example/continue/0", "hush-unused") };

    public static WalletAddress Wallet(Wallet of) => new() { Id = of.Id, AuthServer = of.AuthServer, ResourceServer = of.ResourceServer, AssetCode = of.AssetCode, AssetScale = of.AssetScale };

    public static GrantResponse InteractionRequired(string redirect = "https://auth.cloudnine.example/interact/hush-page", int? wait = 5) => new GrantResponse.InteractionRequired
    {
        Interact = new InteractResponse { Redirect = new Uri(redirect), Finish = new Secret("hush-finish") },
        Continue = Continue("https://auth.cloudnine.example/continue/1", "hush-continue-token", wait),
    };

    public static ContinueGrantResponse Continued(string token) => new() { AccessToken = Token(token), Continue = Continue("https://auth.example/continue/0", "hush-unused") };

    public static ContinueGrantResponse Identified(string address, SubjectSubIdFormat? format = null) => new()
    {
        Subject = new Subject { SubIds = [new SubjectSubId { Id = address, Format = format ?? SubjectSubIdFormat.Uri }] },
        Continue = Continue("https://auth.example/continue/0", "hush-unused"),
    };

    public static RotateTokenResponse Rotated(string token) => new() { AccessToken = Token(token) };

    public static GetOutgoingPaymentGrantResponse Spent(Amount? debit, Amount? receive) => new() { SpentDebitAmount = debit, SpentReceiveAmount = receive };

    public static Continue Continue(string uri, string token, int? wait = null) => new() { Uri = new Uri(uri), AccessToken = new ContinueAccessToken { Value = new Secret(token) }, Wait = wait };

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

    public static Quote Quote(Amount? debit = null, Amount? receive = null, Uri? receiver = null, string? expiresAt = "2026-12-01T12:05:00Z") => new()
    {
        Id = Given.Quote.Id,
        WalletAddress = Given.Alice.Id,
        Receiver = receiver ?? Given.Incoming.Id,
        ReceiveAmount = receive ?? Given.Quote.Receive,
        DebitAmount = debit ?? Given.Quote.Debit,
        Method = PaymentMethod.Ilp,
        ExpiresAt = expiresAt is null ? null : DateTimeOffset.Parse(expiresAt, System.Globalization.CultureInfo.InvariantCulture),
        CreatedAt = Given.Noon,
    };

    public static OutgoingPaymentWithSpentAmounts Created() => new()
    {
        Id = Given.Made.Id,
        WalletAddress = Given.Alice.Id,
        QuoteId = Given.Quote.Id,
        Receiver = Given.Incoming.Id,
        ReceiveAmount = Given.Quote.Receive,
        DebitAmount = Given.Quote.Debit,
        SentAmount = Given.Euros(0),
        CreatedAt = Given.Noon,
    };

    public static OutgoingPayment Outgoing(ulong sent, bool? failed = null, Uri? quote = null) => new()
    {
        Id = Given.Made.Id,
        WalletAddress = Given.Alice.Id,
        QuoteId = quote ?? Given.Quote.Id,
        Failed = failed,
        Receiver = Given.Incoming.Id,
        ReceiveAmount = Given.Quote.Receive,
        DebitAmount = Given.Quote.Debit,
        SentAmount = Given.Euros(sent),
        CreatedAt = Given.Noon,
    };

    public static ListOutgoingPaymentsResponse Page(string? next, params OutgoingPayment[] payments) =>
        new() { Pagination = new PageInfo { HasNextPage = next is not null, HasPreviousPage = false, EndCursor = next }, Result = payments };

    /// <summary>A token that <see cref="Given.Token"/> makes: "quote" for "hush-quote-token".</summary>
    private static AccessToken Token(string of) => new() { Value = Given.Token(of).Value, Manage = Given.Token(of).Manage, ExpiresIn = 600, Access = [] };
}
