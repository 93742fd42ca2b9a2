using System.Net;
using OpenPayments.Sandbox.Consent;
using OpenPayments.Sandbox.Control;
using OpenPayments.Sandbox.Faults;
using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Http;
using OpenPayments.Sandbox.Pages;
using OpenPayments.Sandbox.Payments;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox;

/// <summary>Puts one provider behind one listener: what it serves, at a glance.</summary>
internal static class ProviderHost
{
    private const int LargestBody = 64 * 1024;

    public static async Task<WebApplication> StartAsync(Provider provider, ClientDirectory clients, int port, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        if (provider.World.Options.Verbose) builder.Logging.AddSimpleConsole();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        if (provider.World.Options.Around is { } around) app.Use((http, next) => around(http, next));
        app.UseRecorder(provider.World.Options);
        app.UseFaults(provider);
        app.UsePageHeaders();
        app.UseRefusals(provider);

        app.MapStartPage(provider);
        app.MapStyle();
        app.MapWalletAddresses(provider);
        app.MapGrants(provider, clients);
        app.MapContinuations(provider);
        app.MapTokens(provider);
        app.MapConsent(provider);
        app.MapIncomingPayments(provider);
        app.MapQuotes(provider);
        app.MapOutgoingPayments(provider);

        app.MapClientRegistration(provider);
        app.MapClock(provider);
        app.MapCash(provider);
        app.MapFaults(provider);

        await app.StartAsync(ct);
        provider.Root = new Uri(app.Urls.Single());
        return app;
    }
}
