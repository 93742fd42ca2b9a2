using OpenPayments.Sandbox.Control;
using OpenPayments.Sandbox.Http;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox;

/// <summary>How a sandbox is set up. The defaults suit tests: free ports, the system's clock (which can be moved ahead), money that arrives almost at once.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port of cloudnine on 127.0.0.1; 0 takes a free one.</summary>
    public int CloudninePort { get; init; }

    /// <summary>The port of happylife on 127.0.0.1; 0 takes a free one.</summary>
    public int HappylifePort { get; init; }

    /// <summary>The clock that tokens, quotes, interactions and settlement follow.</summary>
    public TimeProvider Time { get; init; } = new SandboxClock();

    /// <summary>The clock that signatures are measured by. Not <see cref="Time"/>: when that is moved ahead, the clients' clocks stay where they are.</summary>
    public TimeProvider SigningTime { get; init; } = TimeProvider.System;

    /// <summary>How long an access token works, in whole seconds (<c>expires_in</c>); the reference server's default. An expired one can still be rotated.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>From one settlement step of an outgoing payment to the next, counted from its creation.</summary>
    public TimeSpan SettlementDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>In how many parts an outgoing payment arrives; at least 1.</summary>
    public int SettlementSteps { get; init; } = 1;

    /// <summary>The accounts at cloudnine.</summary>
    public IReadOnlyList<AccountSeed> CloudnineAccounts { get; init; } =
    [
        new("alice", "Alice Andersen", "USD", 2, 100_000),
        new("carlos", "Carlos Cruz", "MXN", 2, 2_500_000),
        new("elena", "Elena Engel", "EUR", 2, 80_000),
        new("mina", "Mina Micro", "USD", 6, 25_000_000),
        new("penny", "Penny Poor", "USD", 2, 50),
    ];

    /// <summary>The accounts at happylife.</summary>
    public IReadOnlyList<AccountSeed> HappylifeAccounts { get; init; } =
    [
        new("bob", "Bob's Books", "USD", 2, 50_000),
        new("lars", "Lars Lund", "EUR", 2, 120_000),
        new("marisol", "Marisol Mora", "MXN", 2, 900_000),
        new("haruki", "Haruki Hara", "JPY", 0, 300_000),
    ];

    /// <summary>
    /// Stands around the handling of each request: it may do something before, after or instead, as a network or a server in trouble
    /// would (end the connection once the money has moved, answer 500, wait).
    /// </summary>
    public Func<HttpContext, RequestDelegate, Task>? Around { get; init; }

    /// <summary>Called with each request before it is handled.</summary>
    internal Action<SignedRequest>? OnRequest { get; init; }

    /// <summary>Writes each request and error to the console.</summary>
    public bool Verbose { get; init; }
}
