using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>An access token (RFC 9635 section 3.2.1).</summary>
/// <param name="Value">What each request carries.</param>
/// <param name="Manage">Where it is rotated (RFC 9635 section 6.1), as it was given.</param>
public sealed record Token(Secret Value, Uri Manage)
{
    /// <summary>This one, or the one that took its place.</summary>
    internal Token Renew(Token old, Token fresh) => this == old ? fresh : this;
}

/// <summary>A grant that nobody had to agree to.</summary>
/// <param name="For">What it allows; it is asked for again where its token can no longer be rotated.</param>
/// <param name="AuthServer">Who gave it.</param>
/// <param name="Token">Its token.</param>
/// <param name="At">When it was given.</param>
public sealed record Grant(GrantKind For, Uri AuthServer, Token Token, DateTimeOffset At) : Fact
{
    internal override Fact Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}

/// <summary>What a grant without consent allows.</summary>
public enum GrantKind
{
    /// <summary>To create and read incoming payments (guide step 2).</summary>
    IncomingPayment,

    /// <summary>To create quotes (guide step 4).</summary>
    Quote,
}

/// <summary>What the payer agreed to.</summary>
/// <param name="Token">The token for outgoing payments.</param>
/// <param name="Limit">The most that may be paid.</param>
public sealed record Consent(Token Token, Limit Limit) : Fact
{
    internal override Fact Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}

/// <summary>Someone showed that a wallet address is theirs.</summary>
/// <param name="Address">The wallet address.</param>
public sealed record Identified(Uri Address) : Fact;
