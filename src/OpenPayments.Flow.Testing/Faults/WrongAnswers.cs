using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing;

/// <summary>Answers that contradict the question: those who compare can tell.</summary>
internal static class WrongAnswers
{
    private static readonly Uri Thief = new("https://happylife.example/tenant/incoming-payments/thief");

    /// <summary>Another answer of the same kind; <paramref name="which"/> chooses what is wrong in it.</summary>
    public static object Instead(object answer, int which) => answer switch
    {
        Answer<WalletAddress>.Body { Value: var wallet } body => body with { Value = wallet with { Id = new Uri("javascript:alert(1)") } },
        Answer<IncomingPaymentWithMethods>.Body { Value: var payment } body => body with { Value = Other(payment, which) },
        Answer<Quote>.Body { Value: var quote } body => body with { Value = Other(quote, which) },
        Answer<OutgoingPaymentWithSpentAmounts>.Body { Value: var payment } body => body with { Value = Other(payment, which) },
        Answer<OutgoingPayment>.Body { Value: var payment } body => body with { Value = Other(payment, which) },
        Answer<IncomingPaymentView>.Body { Value: IncomingPaymentWithMethods payment } body =>
            body with { Value = payment with { Id = Thief } },
        Answer<ContinueGrantResponse>.Body { Value: { Subject: not null } response } body =>
            body with { Value = response with { Subject = Bob } },
        _ => answer,
    };

    private static IncomingPaymentWithMethods Other(IncomingPaymentWithMethods payment, int which) => (which % 3) switch
    {
        0 => payment with { IncomingAmount = TestWallets.Amount(TestWallets.Bob, (payment.IncomingAmount?.Value ?? 4) + 1) },
        1 => payment with { WalletAddress = TestWallets.Carol.Id == payment.WalletAddress ? TestWallets.Dan.Id : TestWallets.Carol.Id },
        _ => payment with { Id = new Uri("incoming-payments/1", UriKind.Relative) },
    };

    private static Quote Other(Quote quote, int which) => (which % 4) switch
    {
        0 => quote with { DebitAmount = TestWallets.Amount(TestWallets.Bob, quote.DebitAmount.Value) },
        1 => quote with { Receiver = Thief },
        2 => quote with { ReceiveAmount = quote.ReceiveAmount with { AssetScale = quote.ReceiveAmount.AssetScale + 1 } },
        _ => quote with { Id = new Uri("quotes/1", UriKind.Relative) },
    };

    private static OutgoingPaymentWithSpentAmounts Other(OutgoingPaymentWithSpentAmounts payment, int which) => (which % 4) switch
    {
        0 => payment with { QuoteId = new Uri("https://cloudnine.example/quotes/another") },
        1 => payment with { Receiver = Thief },
        2 => payment with { DebitAmount = payment.DebitAmount with { Value = 999_999 } },
        _ => payment with { Id = new Uri("outgoing-payments/1", UriKind.Relative) },
    };

    private static OutgoingPayment Other(OutgoingPayment payment, int which) => (which % 3) switch
    {
        0 => payment with { Receiver = Thief },
        1 => payment with { DebitAmount = payment.DebitAmount with { Value = 999_999 } },
        _ => payment with { Id = new Uri("https://cloudnine.example/outgoing-payments/another") },
    };

    private static Subject Bob =>
        new() { SubIds = [new SubjectSubId { Id = TestWallets.Bob.Id.OriginalString, Format = SubjectSubIdFormat.Uri }] };
}
