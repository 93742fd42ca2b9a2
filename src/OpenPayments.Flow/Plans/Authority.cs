namespace OpenPayments.Flow.Plans;

/// <summary>What an authorization server gave and can be given back to it: a token, or a grant that nobody has continued.</summary>
public abstract record Authority
{
    private protected Authority() { }

    /// <summary>The request that gives it back, and whether the server answered.</summary>
    internal abstract Step<bool> GiveBack();

    /// <summary>The same with a token that was renewed.</summary>
    internal virtual Authority Renew(Token old, Token fresh) => this;
}
