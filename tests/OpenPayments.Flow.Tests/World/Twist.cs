using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Servers that do something else than they were asked for: the answer tells, to those who compare.</summary>
public static class Twist
{
    /// <summary>Another amount is ordered.</summary>
    public static CreateIncomingPayment Of(Act act, CreateIncomingPayment ask) => act.Fate == Fate.Twisted
        ? ask with { Body = ask.Body with { IncomingAmount = ask.Body.IncomingAmount is { } amount ? amount with { Value = amount.Value + 1 } : Holders.At(ask.Body.WalletAddress).Amount(5) } }
        : ask;

    /// <summary>Another amount is debited, or it is paid to somebody else.</summary>
    public static Answer<Quote> Of(Act act, Answer<Quote> answer) => act.Fate == Fate.Twisted && answer is Answer<Quote>.Body { Value: var quote, At: var at }
        ? new Answer<Quote>.Body(act.Seconds % 2 == 0
            ? quote with { DebitAmount = Holders.Bob.Amount(quote.DebitAmount.Value), ReceiveAmount = quote.ReceiveAmount with { Value = quote.ReceiveAmount.Value + 1 } }
            : quote with { Receiver = new Uri("https://happylife.example/tenant/incoming-payments/thief") }, at)
        : answer;

    /// <summary>Somebody else was at the consent page, and shows a wallet address of theirs.</summary>
    public static void Of(Act act, Interaction interaction)
    {
        if (act.Fate == Fate.Twisted && interaction.Subject is not null) interaction.Shown = new Subject { SubIds = [new SubjectSubId { Id = Holders.Bob.Id.OriginalString, Format = SubjectSubIdFormat.Uri }] };
    }
}
