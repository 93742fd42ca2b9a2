using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Pages;

/// <summary>What a provider holds, for whoever watches a demonstration.</summary>
internal static class StartPage
{
    public static void MapStartPage(this IEndpointRouteBuilder routes, Provider provider)
        => routes.MapGet("/", () => Page.Show(provider.World.Do(() => Write(provider)), 200));

    private static string Write(Provider provider)
    {
        var balances = provider.World.Ledger.Balances().Where(b => b.Key.Provider == provider.Name).ToList();
        return Page.Of($"{provider.Name}: accounts", $"""
            <p class="who">{Page.Text(provider.Name)} <span>a wallet provider in the sandbox</span></p>
            <h1>Accounts</h1>
            <table>
            <thead><tr><th scope="col">Owner and wallet address</th><th scope="col">Balance</th></tr></thead>
            <tbody>
            {string.Concat(provider.Wallets.Accounts.Select(a => $"""<tr><td>{Page.Text(a.PublicName)}<br><a href="{Page.Text(a.WalletAddress.AbsolutePath)}">{Page.Text(a.WalletAddress.AbsoluteUri)}</a></td><td>{Page.Text(a.Asset.Print(provider.Books.Balance(a.Name, a.Asset)))}</td></tr>{"\n"}"""))}</tbody>
            </table>
            <h2>The provider's own</h2>
            <table>
            <thead><tr><th scope="col">Account</th><th scope="col">Balance</th></tr></thead>
            <tbody>
            {string.Concat(balances.Where(b => b.Key.Kind is not LedgerAccountKind.Customer).Select(b => $"<tr><td>{Page.Text(b.Key.Name)}</td><td>{Page.Text(b.Key.Asset.Print(b.Value))}</td></tr>\n"))}</tbody>
            </table>
            <p class="small">Audit of both providers: {Page.Text(provider.World.Ledger.Audit().ToString())}.</p>
            """);
    }
}
