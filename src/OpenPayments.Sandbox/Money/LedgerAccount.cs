namespace OpenPayments.Sandbox.Money;

/// <summary>What an account in the ledger is for.</summary>
public enum LedgerAccountKind
{
    /// <summary>A customer's money. Never negative.</summary>
    Customer,

    /// <summary>Taken from payers and not yet delivered. Never negative.</summary>
    InFlight,

    /// <summary>What the provider has earned in fees. Never negative.</summary>
    Fees,

    /// <summary>The provider's currency exchange: pays out one asset for another, so it may stand in the red.</summary>
    Exchange,

    /// <summary>Where all money came from, and where what is withdrawn goes: in the red by what it gave.</summary>
    Outside,
}

/// <summary>One account of a provider in one asset.</summary>
public sealed record LedgerAccount(string Provider, LedgerAccountKind Kind, string Name, Asset Asset)
{
    internal bool MayBeNegative => Kind is LedgerAccountKind.Exchange or LedgerAccountKind.Outside;

    /// <inheritdoc />
    public override string ToString() => $"{Provider}/{Name} ({Asset.Code}, scale {Asset.Scale})";
}
