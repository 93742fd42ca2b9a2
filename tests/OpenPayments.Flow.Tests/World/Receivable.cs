using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>An incoming payment.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Wallet">Whose.</param>
/// <param name="Ordered">What is to arrive; null: whatever comes.</param>
/// <param name="ExpiresAt">From when it takes nothing more.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Shown">What its server says: by that server's clock, and of the expiry perhaps nothing.</param>
public sealed record Receivable(Uri Id, WalletAddress Wallet, Amount? Ordered, DateTimeOffset ExpiresAt, DateTimeOffset CreatedAt, Receivable.Times Shown)
{
    public ulong Received { get; set; }

    /// <summary>The receiver takes no more of it.</summary>
    public bool Closed { get; set; }

    public bool Takes(DateTimeOffset at) => !Closed && at < ExpiresAt && (Ordered is null || Received < Ordered.Value);

    /// <summary>An expired one that nothing has come to is no longer there.</summary>
    public bool IsGone(DateTimeOffset at) => at >= ExpiresAt && Received == 0;

    public IncomingPaymentWithMethods Show() => new()
    {
        Id = Id,
        WalletAddress = Wallet.Id,
        Completed = Closed || (Ordered is not null && Received >= Ordered.Value),
        IncomingAmount = Ordered,
        ReceivedAmount = Wallet.Amount(Received),
        ExpiresAt = Shown.ExpiresAt,
        CreatedAt = Shown.CreatedAt,
        Methods = [],
    };

    public PublicIncomingPayment ShowPublicly() => new() { ReceivedAmount = Wallet.Amount(Received), AuthServer = Wallet.AuthServer };

    /// <summary>By the server's clock.</summary>
    public sealed record Times(DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);
}
