using System.Numerics;
using System.Text.Json;
using OpenPayments.Sandbox;
using OpenPayments.Sandbox.Money;

namespace OpenPayments.Interop.Tests;

/// <summary>A guide that the official client has walked through a sandbox of its own: what the script found, and what changed in the ledger.</summary>
internal sealed class Guide : IAsyncDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly IReadOnlyDictionary<Uri, BigInteger> _before;

    private Guide(SandboxServer sandbox, IReadOnlyDictionary<Uri, BigInteger> before, JsonElement found) => (_sandbox, _before, Found) = (sandbox, before, found);

    /// <summary>What the script printed last.</summary>
    public JsonElement Found { get; }

    public static async Task<Guide> WalkAsync(string script)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        try
        {
            var before = sandbox.Ledger.Balances().Keys.Where(a => a.Kind is LedgerAccountKind.Customer)
                .Select(a => Address(sandbox, a.Provider, a.Name)).ToDictionary(url => url, sandbox.Balance);
            return new Guide(sandbox, before, await NodeScript.RunAsync(script, input: null, sandbox.Cloudnine.AbsoluteUri, sandbox.Happylife.AbsoluteUri));
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public Uri Address(string provider, string account) => Address(_sandbox, provider, account);

    /// <summary>How much more the account holds than before; in units of its asset.</summary>
    public BigInteger Change(string provider, string account) => _sandbox.Balance(Address(provider, account)) - _before[Address(provider, account)];

    /// <summary>Whatever the guide, the books must be in order at its end.</summary>
    public async ValueTask DisposeAsync()
    {
        var audit = _sandbox.Ledger.Audit();
        await _sandbox.DisposeAsync();
        Assert.True(audit.InOrder, audit.ToString());
    }

    private static Uri Address(SandboxServer sandbox, string provider, string account) => new(provider == "cloudnine" ? sandbox.Cloudnine : sandbox.Happylife, $"/accounts/{account}");
}
