using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>A wallet address, as far as a payment needs it.</summary>
/// <param name="Id">The wallet address itself, as its server writes it.</param>
/// <param name="AuthServer">Its authorization server, verbatim.</param>
/// <param name="ResourceServer">Its resource server, verbatim.</param>
/// <param name="AssetCode">Such as <c>USD</c>.</param>
/// <param name="AssetScale">Decimal places of the smallest unit, 0 to 255.</param>
public sealed record Wallet(Uri Id, Uri AuthServer, Uri ResourceServer, string AssetCode, int AssetScale);

/// <summary>The incoming payment at the receiver's.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Token">The token that created it, which also reads it for as long as it lives.</param>
public sealed record Incoming(Uri Id, Secret Token);

/// <summary>A quote that was checked against the order.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Debit">What the sender pays, fees included, in the sender's asset.</param>
/// <param name="Receive">What arrives, in the receiver's asset.</param>
/// <param name="ExpiresAt">From when, by our clock, it can no longer be paid; null where the server does not say.</param>
/// <param name="Number">1 for the payment's first quote, 2 for the one that replaced it.</param>
public sealed record Quoted(Uri Id, Amount Debit, Amount Receive, DateTimeOffset? ExpiresAt, int Number);

/// <summary>A grant that waits for the payer.</summary>
/// <param name="Redirect">Where the payer consents.</param>
/// <param name="Nonce">Ours, for the interaction hash.</param>
/// <param name="Finish">The server's, for the interaction hash.</param>
/// <param name="ContinueUri">Where the grant is continued.</param>
/// <param name="ContinueToken">The token for that.</param>
/// <param name="ContinueFrom">Before this the server answers <c>too_fast</c>.</param>
/// <param name="Until">When the interaction is given up on.</param>
public sealed record PendingGrant(Secret Redirect, Secret Nonce, Secret Finish, Uri ContinueUri, Secret ContinueToken, DateTimeOffset ContinueFrom, DateTimeOffset Until);

/// <summary>What the payer agreed to.</summary>
/// <param name="Token">The token for the outgoing payment.</param>
/// <param name="Limit">The most that may be debited.</param>
public sealed record Consent(Secret Token, Amount Limit);

/// <summary>The outgoing payment, while it is followed.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Sent">How much has left the sender; fees are not in it, so it need not reach the debit amount.</param>
/// <param name="FollowUntil">When following it is given up.</param>
public sealed record Followed(Uri Id, Amount? Sent, DateTimeOffset FollowUntil);
