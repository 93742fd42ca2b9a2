using OpenPayments.Generated;
using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Wallets;

/// <summary>Who has a wallet address here, and which public keys each has uploaded.</summary>
internal sealed class WalletDirectory
{
    private readonly Provider _provider;
    private readonly Dictionary<string, Account> _accounts = [];
    private readonly Dictionary<string, List<JsonWebKey>> _keys = [];

    public WalletDirectory(Provider provider, IReadOnlyList<AccountSeed> seeds)
    {
        _provider = provider;
        foreach (var seed in seeds) Open(seed);
    }

    public IReadOnlyCollection<Account> Accounts => _accounts.Values;

    public Account? ByName(string name) => _accounts.GetValueOrDefault(name);

    public Account? ByUrl(Uri walletAddress) => _accounts.Values.FirstOrDefault(a => UrlIdentity.Same(a.WalletAddress, walletAddress));

    public IReadOnlyList<JsonWebKey> KeysOf(string name) => [.. _keys.GetValueOrDefault(name, [])];

    /// <summary>Opens an account without money for a client that is to sign with this key; a known name gets the key in addition, in place of one of the same id.</summary>
    public Account Register(string name, string publicName, JsonWebKey key)
    {
        var account = ByName(name) ?? Open(new AccountSeed(name, publicName, "USD", 2, 0));
        var keys = _keys.TryGetValue(name, out var known) ? known : _keys[name] = [];
        keys.RemoveAll(k => k.Kid == key.Kid);
        keys.Add(key);
        return account;
    }

    private Account Open(AccountSeed seed)
    {
        if (!ExchangeRates.Knows(seed.AssetCode)) throw new ArgumentException($"The account {seed.Name} is in {seed.AssetCode}, for which the sandbox has no rate.");
        var account = new Account(_provider, seed.Name, seed.PublicName, new Asset(seed.AssetCode, seed.AssetScale));
        _accounts.Add(seed.Name, account);
        _provider.Books.Deposit(seed.Name, account.Asset, seed.Balance);
        return account;
    }
}
