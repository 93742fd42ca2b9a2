using OpenPayments.Generated;
using OpenPayments.Sandbox.Faults;
using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox;

/// <summary>Two wallet providers, cloudnine and happylife, listening on 127.0.0.1 with everything they know in memory.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly World _world;
    private readonly Provider _cloudnine;
    private readonly Provider _happylife;
    private readonly ClientDirectory _clients;
    private readonly List<WebApplication> _listeners = [];

    private SandboxServer(SandboxOptions options)
    {
        _world = new World(options);
        _clients = new ClientDirectory(options.Time);
        _cloudnine = new Provider("cloudnine", _world, new PriceList(FixedFeeMicroDollars: 300_000, FeeBasisPoints: 150, SpreadBasisPoints: 50), options.CloudnineAccounts);
        _happylife = new Provider("happylife", _world, new PriceList(FixedFeeMicroDollars: 250_000, FeeBasisPoints: 100, SpreadBasisPoints: 80), options.HappylifeAccounts);
    }

    /// <summary>The base URL of cloudnine: its start page, and the root of its wallet addresses <c>/accounts/{name}</c>.</summary>
    public Uri Cloudnine => _cloudnine.Root;

    /// <summary>The base URL of happylife.</summary>
    public Uri Happylife => _happylife.Root;

    /// <summary>The books of both. Money that is due moves when a provider is asked anything.</summary>
    public Ledger Ledger => _world.Ledger;

    /// <summary>What is to go wrong, at either provider; also over HTTP at <c>/sandbox/faults</c> of each.</summary>
    public FaultList Faults => _world.Faults;

    /// <summary>Starts both providers. Throws <see cref="IOException"/> when a port is taken.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct = default)
    {
        var sandbox = new SandboxServer(options);
        try
        {
            sandbox._listeners.Add(await ProviderHost.StartAsync(sandbox._cloudnine, sandbox._clients, options.CloudninePort, ct));
            sandbox._listeners.Add(await ProviderHost.StartAsync(sandbox._happylife, sandbox._clients, options.HappylifePort, ct));
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives a client a wallet address at happylife whose <c>jwks.json</c> holds this public key, and returns its URL.</summary>
    /// <param name="name">The last segment of the wallet address.</param>
    public Uri RegisterClient(string name, JsonWebKey key) => _world.Do(() => _happylife.Wallets.Register(name, name, key).WalletAddress);

    /// <summary>What an account holds, in units of its asset, after everything due by now has arrived. Throws <see cref="KeyNotFoundException"/> for an unknown wallet address.</summary>
    public System.Numerics.BigInteger Balance(Uri walletAddress) => _world.Do(() => Ledger.Balance(Find(walletAddress).LedgerAccount));

    /// <summary>Puts money into an account. Throws as <see cref="Balance"/>.</summary>
    /// <param name="value">In units of the account's asset.</param>
    public void Deposit(Uri walletAddress, ulong value) => _world.Do(() => Find(walletAddress) is var account && account.Provider.Books.Deposit(account.Name, account.Asset, value));

    /// <summary>Takes money out of an account. Throws as <see cref="Balance"/>, and <see cref="InvalidOperationException"/> when it does not hold that much.</summary>
    /// <param name="value">In units of the account's asset.</param>
    public void Withdraw(Uri walletAddress, ulong value) => _world.Do(() =>
        Find(walletAddress) is var account && account.Provider.Books.Withdraw(account.Name, account.Asset, value) ? true
            : throw new InvalidOperationException($"{walletAddress} does not hold {value}."));

    private Account Find(Uri walletAddress)
        => _cloudnine.Wallets.ByUrl(walletAddress) ?? _happylife.Wallets.ByUrl(walletAddress) ?? throw new KeyNotFoundException($"{walletAddress} is no account of the sandbox.");

    /// <summary>Stops listening and forgets everything.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners) await listener.DisposeAsync();
        _clients.Dispose();
    }
}
