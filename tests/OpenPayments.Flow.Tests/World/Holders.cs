using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Whose wallets there are, at three providers, in three assets.</summary>
public static class Holders
{
    /// <summary>Pays.</summary>
    public static WalletAddress Alice { get; } = Wallet("cloudnine", "alice", "EUR", 3);

    public static WalletAddress Bob { get; } = Wallet("happylife", "bob", "USD", 2);

    public static WalletAddress Carol { get; } = Wallet("happylife", "carol", "USD", 2);

    public static WalletAddress Dan { get; } = Wallet("faraway", "dan", "JPY", 0);

    private static IReadOnlyList<WalletAddress> All { get; } = [Alice, Bob, Carol, Dan];

    public static WalletAddress At(Uri address) => All.Single(wallet => wallet.Id == address);

    public static Amount Amount(this WalletAddress wallet, ulong value) => new() { Value = value, AssetCode = wallet.AssetCode, AssetScale = wallet.AssetScale };

    private static WalletAddress Wallet(string provider, string who, string code, int scale) => new()
    {
        Id = new Uri($"https://{provider}.example/{who}"),
        AuthServer = new Uri($"https://auth.{provider}.example/tenant"),
        ResourceServer = new Uri($"https://{provider}.example/tenant"),
        AssetCode = code,
        AssetScale = scale,
    };
}
