namespace OpenPayments.Flow.Testing;

/// <summary>What can become of a request and of its answer.</summary>
public enum FaultKind
{
    /// <summary>It arrives, and so does its answer.</summary>
    None,

    /// <summary>The server refuses, and does nothing: a 4xx, or a 5xx before it began.</summary>
    Refused,

    /// <summary>It is lost on the way.</summary>
    LostBefore,

    /// <summary>It arrives; its answer is lost.</summary>
    LostAfter,

    /// <summary>No answer; it arrives later, when the flow has long gone on.</summary>
    Delayed,

    /// <summary>It arrives twice; the second answer is the one that comes back.</summary>
    DeliveredTwice,

    /// <summary>The server does it, and answers with a 5xx, a redirect, or a success that cannot be read.</summary>
    Garbled,

    /// <summary>The host is killed when the request has arrived, and restarts from what it stored.</summary>
    KilledAfter,

    /// <summary>The host is killed before the request has left, and restarts from what it stored.</summary>
    KilledBefore,

    /// <summary>The token's time is up before the request arrives.</summary>
    TokenExpired,

    /// <summary>The token is revoked, or a rival rotated it, before the request arrives: nothing revives it.</summary>
    TokenRevoked,

    /// <summary>
    /// The answer contradicts what was asked for: another quote, another receiver, another amount, another wallet address.
    /// </summary>
    WrongAnswer,

    /// <summary>The server finds no key to verify the signature with (401), and does nothing.</summary>
    KeyNotFound,

    /// <summary>The request cannot be sent, as with a token that no header can carry. What was not sent did not happen.</summary>
    NotSent,

    /// <summary>The interpreter throws after the request has arrived.</summary>
    ThrowsAfter,

    /// <summary>The interpreter throws before the request has left, and cannot say so.</summary>
    ThrowsBefore,

    /// <summary>The answer comes late: after <see cref="PlannedFault.Seconds"/>.</summary>
    Slow,

    /// <summary>The order is cancelled before the request.</summary>
    Cancelled,
}
