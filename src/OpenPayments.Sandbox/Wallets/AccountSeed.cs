namespace OpenPayments.Sandbox.Wallets;

/// <summary>An account to open at start.</summary>
/// <param name="Name">The last segment of the wallet address, such as <c>alice</c>.</param>
/// <param name="PublicName">What wallet address and consent page call its owner.</param>
/// <param name="AssetCode">USD, EUR, MXN or JPY: the currencies that the sandbox has rates for.</param>
/// <param name="AssetScale">How many digits after the decimal point; 0 to 255.</param>
/// <param name="Balance">What it holds at first, in units of 10^-<paramref name="AssetScale"/>.</param>
public sealed record AccountSeed(string Name, string PublicName, string AssetCode, int AssetScale, ulong Balance);
