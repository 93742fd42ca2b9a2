using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What is sent to be created: no member that the guide does not send.</summary>
internal static class Bodies
{
    public static CreateIncomingPaymentRequest IncomingPayment(Payment.CreatingIncoming s) => new()
    {
        WalletAddress = s.Receiver.Id,
        IncomingAmount = s.Order.IncomingAmount,
        Metadata = Metadata(s.Order),
    };

    /// <summary>The receiver only: its incoming payment names the amount.</summary>
    public static CreateQuoteRequest Quote(Payment.Quoting s) => new CreateQuoteRequest.Plain
    {
        WalletAddress = s.Sender.Id,
        Receiver = s.Incoming.Id,
        Method = PaymentMethod.Ilp,
    };

    public static CreateOutgoingPaymentRequest OutgoingPayment(Payment.Paying s) => new CreateOutgoingPaymentRequest.WithQuoteId
    {
        WalletAddress = s.Sender.Id,
        QuoteId = s.Quote.Id,
        Metadata = Metadata(s.Order),
    };

    private static IReadOnlyDictionary<string, JsonElement>? Metadata(PaymentOrder order) =>
        order.Metadata is null ? null : JsonSerializer.Deserialize(order.Metadata, PaymentJsonContext.Default.IReadOnlyDictionaryStringJsonElement);
}
