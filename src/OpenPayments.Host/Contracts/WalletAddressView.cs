namespace OpenPayments.Host.Contracts;

/// <summary>What the page needs to know of a wallet address to show amounts in its asset's units.</summary>
public sealed record WalletAddressView(Uri Id, string? PublicName, string AssetCode, int AssetScale);
