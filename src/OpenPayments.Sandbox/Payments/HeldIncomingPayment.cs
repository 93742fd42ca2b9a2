using System.Text.Json;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Payments;

/// <summary>An incoming payment as its provider keeps it.</summary>
/// <param name="Amount">What completes it; null leaves it open until its client completes it.</param>
/// <param name="Client">Who made it, and may read and complete it.</param>
internal sealed record HeldIncomingPayment(
    Guid Id, Account Account, ulong? Amount, string Client, IReadOnlyDictionary<string, JsonElement>? Metadata, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);

    public Uri Url => Account.Provider.Resource("incoming-payments", Id);

    public ulong Received { get; set; }

    public bool Completed { get; set; }

    /// <summary>What may still come until it completes; null without an amount.</summary>
    public ulong? Remaining => Amount is not { } amount ? null : Received >= amount ? 0 : amount - Received;

    public bool TakesMoney(DateTimeOffset now) => !Completed && now < ExpiresAt;

    /// <summary>An expired payment that nothing came to is forgotten, as on the reference server.</summary>
    public bool Vanished(DateTimeOffset now) => !Completed && Received == 0 && now >= ExpiresAt;
}
