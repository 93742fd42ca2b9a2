using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>An outgoing payment as the sender's server shows it: with its quirks.</summary>
internal sealed class Shown(ModelSettings settings, ModelPayment payment)
{
    private const ulong MuchMore = 990_000;

    private bool LeavesOut => settings.Has(Quirks.LeavesOutOptional);

    private bool? Failed =>
        payment.Failed || (settings.Has(Quirks.SaysFailed) && payment.Slices == settings.Slices) ? true : LeavesOut ? null : false;

    private ulong Sent => settings.Has(Quirks.SaysFailed) || settings.Has(Quirks.SaysNothingSent) ? 0 : payment.Sent;

    private Amount Debit => settings.Has(Quirks.ShowsAnotherDebit)
        ? payment.DebitAmount with { Value = payment.DebitAmount.Value + MuchMore }
        : payment.DebitAmount;

    private Uri Spelt(Uri url) => settings.Has(Quirks.SpellsOtherwise) ? Spelling.Other(url) : url;

    private Uri? Quote => payment.QuoteId is { } quote && !LeavesOut ? Spelt(quote) : null;

    private DateTimeOffset CreatedAt => payment.CreatedAt.AddSeconds(settings.Skew);

    public OutgoingPayment Read() => new()
    {
        Id = Spelt(payment.Id),
        WalletAddress = Spelt(TestWallets.Alice.Id),
        QuoteId = Quote,
        Failed = Failed,
        Receiver = Spelt(payment.Incoming),
        ReceiveAmount = payment.ReceiveAmount,
        DebitAmount = Debit,
        SentAmount = TestWallets.Amount(TestWallets.Alice, Sent),
        Metadata = LeavesOut ? null : payment.Metadata,
        CreatedAt = CreatedAt,
    };

    public OutgoingPaymentWithSpentAmounts Created() => new()
    {
        Id = Spelt(payment.Id),
        WalletAddress = Spelt(TestWallets.Alice.Id),
        QuoteId = Quote,
        Receiver = Spelt(payment.Incoming),
        ReceiveAmount = payment.ReceiveAmount,
        DebitAmount = Debit,
        SentAmount = TestWallets.Amount(TestWallets.Alice, Sent),
        Metadata = LeavesOut ? null : payment.Metadata,
        CreatedAt = CreatedAt,
    };
}
