namespace OpenPayments.Client;

/// <summary>What a client of Open Payments needs to know. Checked when the host starts.</summary>
public sealed class OpenPaymentsOptions
{
    /// <summary>The wallet address that this client signs for: its <c>jwks.json</c> publishes the key.</summary>
    public Uri? ClientWalletAddress { get; set; }

    /// <summary>The <c>kid</c> that the key is published under.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>A file with the private key: PKCS#8 in PEM, readable by its owner alone.</summary>
    public string? PrivateKeyFile { get; set; }

    /// <summary>The private key itself, where a secret store gives it: PKCS#8 in PEM. Only one of the two may be given.</summary>
    public string? PrivateKeyPem { get; set; }

    /// <summary>Allows loopback addresses over https and http: for development and tests.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>
    /// Sends the public key instead of the wallet address with grants that need no consent (directed identity), so that the
    /// receiver's and the sender's servers do not learn who the client is.
    /// </summary>
    public bool DirectedIdentity { get; set; }

    /// <summary>How long one request may take, from the connection to the last byte of the answer.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an answer may be, in bytes.</summary>
    public int MaxResponseBytes { get; set; } = 1 << 20;
}
