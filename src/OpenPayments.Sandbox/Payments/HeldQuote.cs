using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Payments;

/// <summary>A price that the provider stands by for a while.</summary>
internal sealed record HeldQuote(
    Guid Id, Account Account, HeldIncomingPayment Receiver, Price Price, string Client, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public Uri Url => Account.Provider.Resource("quotes", Id);
}
