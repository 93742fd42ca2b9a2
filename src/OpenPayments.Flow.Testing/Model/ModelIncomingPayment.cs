using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>An incoming payment at a receiver's server.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Wallet">Whose.</param>
/// <param name="Ordered">What is to arrive; null: whatever comes.</param>
/// <param name="ExpiresAt">From when it takes nothing more, by the model's clock.</param>
/// <param name="CreatedAt">When it was made, by the model's clock.</param>
/// <param name="ShownCreation">When it was made, by its server's clock.</param>
/// <param name="ShownExpiry">When it expires, by its server's clock; null where that server does not say.</param>
public sealed record ModelIncomingPayment(
    Uri Id, WalletAddress Wallet, Amount? Ordered, DateTimeOffset ExpiresAt, DateTimeOffset CreatedAt, DateTimeOffset ShownCreation,
    DateTimeOffset? ShownExpiry)
{
    /// <summary>How much has arrived, in the smallest unit of the wallet's asset.</summary>
    public ulong Received { get; internal set; }

    /// <summary>The receiver takes no more of it.</summary>
    public bool Closed { get; internal set; }

    /// <summary>The most that a client was told has arrived; null where it was told nothing.</summary>
    internal ulong? Told { get; set; }

    internal bool Takes(DateTimeOffset at) => !Closed && at < ExpiresAt && (Ordered is null || Received < Ordered.Value);

    /// <summary>An expired one that nothing has come to is no longer there.</summary>
    internal bool IsGone(DateTimeOffset at) => at >= ExpiresAt && Received == 0;

    internal IncomingPaymentWithMethods Show(ModelSettings settings) => new()
    {
        Id = Id,
        WalletAddress = settings.Has(Quirks.SpellsOtherwise) ? Spelling.Other(Wallet.Id) : Wallet.Id,
        Completed = Closed || (Ordered is not null && Received >= Ordered.Value),
        IncomingAmount = Ordered,
        ReceivedAmount = TestWallets.Amount(Wallet, Received),
        ExpiresAt = ShownExpiry,
        CreatedAt = ShownCreation,
        Methods = [],
    };

    internal PublicIncomingPayment ShowPublicly() =>
        new() { ReceivedAmount = TestWallets.Amount(Wallet, Received), AuthServer = Wallet.AuthServer };
}
