using System.Text.Json;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Grants;

namespace OpenPayments.Sandbox.Payments;

/// <summary>Payments and quotes as the documents show them.</summary>
internal static class PaymentAnswers
{
    public static IncomingPayment Show(this HeldIncomingPayment payment) => new()
    {
        Id = payment.Url,
        WalletAddress = payment.Account.WalletAddress,
        Completed = payment.Completed,
        IncomingAmount = payment.Amount is { } amount ? payment.Account.Asset.Of(amount) : null,
        ReceivedAmount = payment.Account.Asset.Of(payment.Received),
        ExpiresAt = payment.ExpiresAt,
        Metadata = payment.Metadata,
        CreatedAt = payment.CreatedAt,
    };

    public static IncomingPaymentWithMethods ShowWithMethods(this HeldIncomingPayment payment) => new()
    {
        Id = payment.Url,
        WalletAddress = payment.Account.WalletAddress,
        Completed = payment.Completed,
        IncomingAmount = payment.Amount is { } amount ? payment.Account.Asset.Of(amount) : null,
        ReceivedAmount = payment.Account.Asset.Of(payment.Received),
        ExpiresAt = payment.ExpiresAt,
        Metadata = payment.Metadata,
        CreatedAt = payment.CreatedAt,
        Methods = payment.Completed ? [] : [NewMethod(payment)],
    };

    public static PublicIncomingPayment ShowPublic(this HeldIncomingPayment payment) => new()
    {
        ReceivedAmount = payment.Account.Asset.Of(payment.Received),
        AuthServer = payment.Account.Provider.AuthServer,
    };

    public static Quote Show(this HeldQuote quote) => new()
    {
        Id = quote.Url,
        WalletAddress = quote.Account.WalletAddress,
        Receiver = quote.Receiver.Url,
        ReceiveAmount = quote.Receiver.Account.Asset.Of(quote.Price.Receive),
        DebitAmount = quote.Account.Asset.Of(quote.Price.Debit),
        Method = PaymentMethod.Ilp,
        ExpiresAt = quote.ExpiresAt,
        CreatedAt = quote.CreatedAt,
    };

    public static OutgoingPayment Show(this HeldOutgoingPayment payment) => new()
    {
        Id = payment.Url,
        WalletAddress = payment.Account.WalletAddress,
        QuoteId = payment.QuoteUrl,
        Failed = payment.Failed,
        Receiver = payment.Receiver.Url,
        ReceiveAmount = payment.Receiver.Account.Asset.Of(payment.Price.Receive),
        DebitAmount = payment.Account.Asset.Of(payment.Price.Debit),
        SentAmount = payment.Account.Asset.Of(payment.Delivered.Net),
        Metadata = payment.ShownMetadata(),
        CreatedAt = payment.CreatedAt,
    };

    /// <summary>The answer to its creation, with what the grant had spent before it.</summary>
    public static OutgoingPaymentWithSpentAmounts ShowNew(this HeldOutgoingPayment payment, Spent before) => new()
    {
        Id = payment.Url,
        WalletAddress = payment.Account.WalletAddress,
        QuoteId = payment.QuoteUrl,
        Failed = false,
        Receiver = payment.Receiver.Url,
        ReceiveAmount = payment.Receiver.Account.Asset.Of(payment.Price.Receive),
        DebitAmount = payment.Account.Asset.Of(payment.Price.Debit),
        SentAmount = payment.Account.Asset.Of(0),
        GrantSpentDebitAmount = payment.Account.Asset.OfAtMost(before.Debit),
        GrantSpentReceiveAmount = payment.Receiver.Account.Asset.OfAtMost(before.Receive),
        Metadata = payment.Metadata,
        CreatedAt = payment.CreatedAt,
    };

    private static IReadOnlyDictionary<string, JsonElement>? ShownMetadata(this HeldOutgoingPayment payment)
    {
        if (payment.CancellationReason is not { } reason) return payment.Metadata;
        return new Dictionary<string, JsonElement>(payment.Metadata ?? new Dictionary<string, JsonElement>())
        {
            ["cancellationReason"] = JsonSerializer.SerializeToElement(reason, OpenPaymentsJsonContext.Default.String),
        };
    }

    /// <summary>New on every look, as on the reference server: a client must not rely on the last one.</summary>
    private static IlpPaymentMethod NewMethod(HeldIncomingPayment payment) => new()
    {
        IlpAddress = $"test.{payment.Account.Provider.Name}.{Secrets.New()}",
        SharedSecret = new Secret(Secrets.New()),
    };
}
