using Microsoft.Data.Sqlite;

namespace OpenPayments.Host.Configuration;

/// <summary>What this host is told beside what the client library is told. Read once, at the start.</summary>
/// <param name="PublicUrl">Where people reach this host, ending in a slash: finish URIs are built on it.</param>
/// <param name="ApiKeys">Who may start payments.</param>
/// <param name="ReturnOrigins">Where a payer may be sent afterwards.</param>
/// <param name="TrustedProxies">Whose word about a caller's address is taken.</param>
/// <param name="Lease">How long a host keeps a payment to itself without a sign of life before another may take it up.</param>
/// <param name="RequestsPerMinute">How many payments one caller may ask for in a minute.</param>
/// <param name="Database">SQLite's connection string.</param>
/// <param name="AllowLoopback">Whether wallets on this machine may be called.</param>
internal sealed record HostSettings(
    Uri PublicUrl, ApiKeys ApiKeys, ReturnOrigins ReturnOrigins, TrustedProxies TrustedProxies, TimeSpan Lease, int RequestsPerMinute, SqliteConnectionStringBuilder Database, bool AllowLoopback)
{
    /// <summary>Where the keys lie that states are encrypted with: beside the database, so that who moves one sees the other.</summary>
    public string KeysFolder => Path.ChangeExtension(Database.DataSource, ".keys");

    private static readonly string[] Names =
    [
        "ClientWalletAddress", "KeyId", "PrivateKeyFile", "PrivateKeyPem", "AllowLoopback", "DirectedIdentity", "RequestTimeout", "MaxResponseBytes",
        "PublicUrl", "ApiKeys", "ReturnOrigins", "TrustedProxies", "Lease", "RequestsPerMinute",
    ];

    /// <exception cref="SettingsException">One or more settings are wrong.</exception>
    public static HostSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var read = new SettingsReader(configuration);
        read.KnownOnly("OpenPayments", Names);
        var allowLoopback = read.Flag("OpenPayments:AllowLoopback", otherwise: false);
        var settings = new HostSettings(
            PublicUrls.Read(read, allowLoopback),
            ApiKeys.Read(read, environment.IsDevelopment()),
            ReturnOrigins.Read(read),
            TrustedProxies.Read(read),
            read.Span("OpenPayments:Lease", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            read.Count("OpenPayments:RequestsPerMinute", 60, least: 1, most: 1_000_000),
            Databases.Read(read, environment.ContentRootPath),
            allowLoopback);
        var requestTimeout = read.Span("OpenPayments:RequestTimeout", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        if (settings.Lease <= requestTimeout)
            read.Wrong($"OpenPayments:Lease is {settings.Lease:c}: it must be longer than OpenPayments:RequestTimeout ({requestTimeout:c}), or another host takes a payment up while its wallet is still being asked.");
        read.ThrowIfWrong();
        return settings;
    }
}
