using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>The wallets of a model: at three providers, in three assets.</summary>
public static class TestWallets
{
    /// <summary>Pays: EUR at scale 3, from cloudnine.example.</summary>
    public static WalletAddress Alice { get; } = Wallet("cloudnine", "alice", "EUR", 3);

    /// <summary>Is paid: USD at scale 2, at happylife.example.</summary>
    public static WalletAddress Bob { get; } = Wallet("happylife", "bob", "USD", 2);

    /// <summary>Is paid: USD at scale 2, at happylife.example.</summary>
    public static WalletAddress Carol { get; } = Wallet("happylife", "carol", "USD", 2);

    /// <summary>Is paid: JPY at scale 0, at faraway.example.</summary>
    public static WalletAddress Dan { get; } = Wallet("faraway", "dan", "JPY", 0);

    /// <summary>An address of Bob's own, which redirects to his wallet address.</summary>
    public static Uri BobsOwnDomain { get; } = new("https://bob.example/");

    private static IReadOnlyList<WalletAddress> All { get; } = [Alice, Bob, Carol, Dan];

    /// <summary>The wallet at an address, in whichever spelling; null where there is none.</summary>
    public static WalletAddress? At(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = Spelling.Plain(address);
        return plain == Spelling.Plain(BobsOwnDomain) ? Bob : All.FirstOrDefault(wallet => Spelling.Plain(wallet.Id) == plain);
    }

    /// <summary>So much in the wallet's asset, in its smallest unit.</summary>
    public static Amount Amount(WalletAddress wallet, ulong value)
    {
        ArgumentNullException.ThrowIfNull(wallet);
        return new() { Value = value, AssetCode = wallet.AssetCode, AssetScale = wallet.AssetScale };
    }

    private static WalletAddress Wallet(string provider, string who, string code, int scale) => new()
    {
        Id = new Uri($"https://{provider}.example/{who}"),
        AuthServer = new Uri($"https://auth.{provider}.example/tenant"),
        ResourceServer = new Uri($"https://{provider}.example/tenant"),
        AssetCode = code,
        AssetScale = scale,
    };
}
