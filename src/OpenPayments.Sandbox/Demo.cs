using OpenPayments.Client;
using OpenPayments.Host;

namespace OpenPayments.Sandbox;

/// <summary>The sandbox and the payment host in one process, joined by a key pair and a database made for this run.</summary>
internal static class Demo
{
    private const int Port = 4100;

    /// <summary>Short, and the same in a shell as in a browser: the page's own query would have to be quoted.</summary>
    private const string Shortcut = "/demo";

    /// <summary>Runs until <paramref name="ct"/>. <paramref name="args"/> go to the host after the demo's own settings, so they can change any of them.</summary>
    public static async Task<int> RunAsync(SandboxServer sandbox, string[] args, CancellationToken ct)
    {
        // the providers forget everything when they stop, so payments kept from an earlier run would lead nowhere
        var folder = Directory.CreateTempSubdirectory("openpayments-demo-");
        try
        {
            await using var host = HostProgram.Build([.. Settings(sandbox, folder.FullName), .. args], builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
            host.MapGet(Shortcut, () => Results.Redirect(FilledIn(sandbox))).ExcludeFromDescription();
            await host.StartAsync(ct);
            Console.WriteLine(Invitation(sandbox, host.Urls.First()));
            await host.WaitForShutdownAsync(ct);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Settings(SandboxServer sandbox, string folder)
    {
        using var key = SigningKey.Generate("demo-key");
        var url = $"http://127.0.0.1:{Environment.GetEnvironmentVariable("OPENPAYMENTS_DEMO_PORT") ?? $"{Port}"}";
        return
        [
            "--environment", "Development",
            "--urls", url,
            "--OpenPayments:PublicUrl", url,
            "--OpenPayments:ClientWalletAddress", sandbox.RegisterClient("demo-shop", key.PublicJwk()).AbsoluteUri,
            "--OpenPayments:KeyId", key.KeyId,
            "--OpenPayments:PrivateKeyPem", key.ToPem(),
            "--OpenPayments:AllowLoopback", "true",
            "--ConnectionStrings:Payments", $"Data Source={Path.Combine(folder, "payments.db")}",
        ];
    }

    /// <summary>The host's page with a payment ready to be sent.</summary>
    private static string FilledIn(SandboxServer sandbox) => $"/?sender={sandbox.Cloudnine}accounts/alice&receiver={sandbox.Happylife}accounts/bob&amount=10.00";

    private static string Invitation(SandboxServer sandbox, string host) => $"""

        Make a payment of $10.00. Open this in a browser:

          {host}{Shortcut}

        or start one with curl:

          curl -i {host}/payments -H 'Content-Type: application/json' -d '{Order(sandbox)}'

        The API is described at {host}/openapi/v1.json
        """;

    private static string Order(SandboxServer sandbox) => $$"""
        {
            "senderWalletAddress": "{{sandbox.Cloudnine}}accounts/alice",
            "receiverWalletAddress": "{{sandbox.Happylife}}accounts/bob",
            "incomingAmount": { "value": "1000", "assetCode": "USD", "assetScale": 2 }
          }
        """;
}
