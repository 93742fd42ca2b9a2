using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Payments;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox;

/// <summary>One wallet provider: its URLs, its customers, and everything it has granted and promised.</summary>
internal sealed class Provider
{
    private Uri? _root;

    public Provider(string name, World world, PriceList prices, IReadOnlyList<AccountSeed> seeds)
    {
        (Name, World, Prices, Books) = (name, world, prices, new Books(name, world.Ledger));
        (Wallets, Grants, IncomingPayments) = (new WalletDirectory(this, seeds), new GrantStore(world.Options.TokenLifetime), new IncomingPaymentStore(this));
        world.Add(this);
    }

    public string Name { get; }

    public World World { get; }

    public PriceList Prices { get; }

    public Books Books { get; }

    public WalletDirectory Wallets { get; }

    public GrantStore Grants { get; }

    public IncomingPaymentStore IncomingPayments { get; }

    public Dictionary<Guid, HeldQuote> Quotes { get; } = [];

    public Dictionary<Guid, HeldOutgoingPayment> OutgoingPayments { get; } = [];

    /// <summary>The path segment that sets this provider's servers apart, as hosted providers have it; a client must carry it along, not rebuild it.</summary>
    public string Tenant { get; } = Guid.NewGuid().ToString();

    /// <summary>Where it listens; known once it does.</summary>
    public Uri Root
    {
        get => _root ?? throw new InvalidOperationException($"{Name} is not listening yet.");
        set => _root = value;
    }

    public Uri AuthServer => At($"/auth/{Tenant}");

    public Uri ResourceServer => At($"/op/{Tenant}");

    public Uri At(string path) => new(Root, path);

    public Uri Resource(string collection, Guid id) => At($"/op/{Tenant}/{collection}/{id}");
}
