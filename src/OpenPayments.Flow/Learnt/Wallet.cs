namespace OpenPayments.Flow;

/// <summary>A wallet address, as far as a payment needs it.</summary>
/// <param name="Id">The wallet address itself, as its server writes it.</param>
/// <param name="AuthServer">Its authorization server, verbatim.</param>
/// <param name="ResourceServer">Its resource server, verbatim.</param>
/// <param name="AssetCode">Such as <c>USD</c>.</param>
/// <param name="AssetScale">Decimal places of the smallest unit, 0 to 255.</param>
public sealed record Wallet(Uri Id, Uri AuthServer, Uri ResourceServer, string AssetCode, int AssetScale) : Fact;
