using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Payments;

/// <summary>A price that the provider stands by for a while.</summary>
internal sealed record HeldQuote(
    Guid Id, Account Account, HeldIncomingPayment Receiver, Price Price, string Client, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Valid for as long as it may be: no longer than its incoming payment.</summary>
    public static HeldQuote New(Account account, HeldIncomingPayment receiver, Price price, string client, DateTimeOffset now)
        => new(Guid.NewGuid(), account, receiver, price, client, now, now + Lifetime < receiver.ExpiresAt ? now + Lifetime : receiver.ExpiresAt);

    public Uri Url => Account.Provider.Resource("quotes", Id);
}
