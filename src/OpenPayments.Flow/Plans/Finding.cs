namespace OpenPayments.Flow.Plans;

/// <summary>What a step found out. It stands in the journal, from which a plan is resumed.</summary>
public abstract record Finding
{
    private protected Finding() { }

    /// <summary>What is to be given back when the order ends.</summary>
    internal virtual IEnumerable<Authority> Authorities => [];

    /// <summary>The same with a token that was renewed: the journal holds the one that works.</summary>
    internal virtual Finding Renew(Token old, Token fresh) => this;
}
