namespace OpenPayments.Flow;

/// <summary>Watch what has been paid under a grant (<c>GET /outgoing-payment-grant</c>).</summary>
public static class SpentAmounts
{
    /// <summary>What the sender's server counts in the window that is open.</summary>
    public static Plan<Spent> Read(Consent consent, Wallet sender) => new Piece<Spent>(new ReadingSpent(sender.ResourceServer, consent.Token));
}

/// <summary>The amounts that were spent under a grant are to be read.</summary>
public sealed record ReadingSpent(Uri ResourceServer, Token With) : Stage
{
    internal override string Step => "spent-amounts";

    internal override Token? Token => With;

    internal override Step<Turn> Next() => Ask.Usually(this, new GetSpentAmounts(ResourceServer, With.Value), (spent, _) =>
        new Turn.Learnt(new Spent(spent.SpentDebitAmount, spent.SpentReceiveAmount)));

    internal override Stage Renew(Token old, Token fresh) => this with { With = With.Renew(old, fresh) };
}
