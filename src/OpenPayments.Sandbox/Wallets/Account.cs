using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Wallets;

/// <summary>A customer's account; its wallet address is <c>/accounts/{Name}</c> at its provider.</summary>
internal sealed record Account(Provider Provider, string Name, string PublicName, Asset Asset)
{
    public Uri WalletAddress => Provider.At($"/accounts/{Name}");

    public LedgerAccount LedgerAccount => Provider.Books.Customer(Name, Asset);
}
