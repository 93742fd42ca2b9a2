using System.Numerics;

namespace OpenPayments.Sandbox.Money;

/// <summary>One provider's accounts in the shared ledger, and the only movements of money that exist.</summary>
internal sealed class Books(string provider, Ledger ledger)
{
    public LedgerAccount Customer(string name, Asset asset) => new(provider, LedgerAccountKind.Customer, name, asset);

    public BigInteger Balance(string customer, Asset asset) => ledger.Balance(Customer(customer, asset));

    /// <summary>Money from outside: the opening balance, and whatever is paid in later. Always true.</summary>
    public bool Deposit(string customer, Asset asset, ulong value)
        => ledger.TryPost(new LedgerLine(Outside(asset), -(BigInteger)value), new LedgerLine(Customer(customer, asset), value));

    /// <summary>Money that leaves for the world outside. False when the account does not hold that much.</summary>
    public bool Withdraw(string customer, Asset asset, ulong value)
        => ledger.TryPost(new LedgerLine(Customer(customer, asset), -(BigInteger)value), new LedgerLine(Outside(asset), value));

    /// <summary>Takes a payment's debit out of the payer's account. False when the account does not hold that much.</summary>
    public bool Hold(string payer, Asset asset, ulong debit)
        => ledger.TryPost(new LedgerLine(Customer(payer, asset), -(BigInteger)debit), new LedgerLine(InFlight(asset), debit));

    /// <summary>Gives back what a failed payment did not deliver.</summary>
    public void Release(string payer, Asset asset, ulong rest)
        => ledger.TryPost(new LedgerLine(InFlight(asset), -(BigInteger)rest), new LedgerLine(Customer(payer, asset), rest));

    /// <summary>Delivers part of what was held: the fee to the provider, the rest through its exchange to the payee.</summary>
    public void Deliver(Price part, Asset from, LedgerAccount payee)
        => ledger.TryPost(
            new LedgerLine(InFlight(from), -(BigInteger)part.Debit),
            new LedgerLine(Fees(from), part.Fee),
            new LedgerLine(Exchange(from), part.Net),
            new LedgerLine(Exchange(payee.Asset), -(BigInteger)part.Receive),
            new LedgerLine(payee, part.Receive));

    private LedgerAccount InFlight(Asset asset) => new(provider, LedgerAccountKind.InFlight, "in flight", asset);

    private LedgerAccount Fees(Asset asset) => new(provider, LedgerAccountKind.Fees, "fees", asset);

    private LedgerAccount Exchange(Asset asset) => new(provider, LedgerAccountKind.Exchange, "exchange", asset);

    private LedgerAccount Outside(Asset asset) => new(provider, LedgerAccountKind.Outside, "the world outside", asset);
}
