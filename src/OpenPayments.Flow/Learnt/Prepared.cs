using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>The incoming payment at the receiver's.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Amount">What it is for; null for one that takes what comes.</param>
/// <param name="ExpiresAt">From when, by our clock, it takes nothing more; null where the server does not say.</param>
/// <param name="Token">The token that created it, which also reads it.</param>
public sealed record Incoming(Uri Id, Amount? Amount, DateTimeOffset? ExpiresAt, Token Token) : Fact
{
    internal override Fact Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}

/// <summary>A quote that was checked against what was asked for.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Debit">What the sender pays, fees included, in the sender's asset.</param>
/// <param name="Receive">What arrives, in the receiver's asset.</param>
/// <param name="ExpiresAt">From when, by our clock, it can no longer be paid; null where the server does not say.</param>
public sealed record Quoted(Uri Id, Amount Debit, Amount Receive, DateTimeOffset? ExpiresAt) : Fact;

/// <summary>The outgoing payment exists: accepted, not yet paid.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Debit">What the sender pays, fees included.</param>
/// <param name="Receive">What is to arrive.</param>
/// <param name="Token">The token that reads it.</param>
/// <param name="FollowUntil">When following it is given up.</param>
public sealed record Made(Uri Id, Amount Debit, Amount Receive, Token Token, DateTimeOffset FollowUntil) : Fact
{
    internal override Fact Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}

/// <summary>A point in time has come.</summary>
/// <param name="At">The time when that was seen.</param>
public sealed record Reached(DateTimeOffset At) : Fact;
