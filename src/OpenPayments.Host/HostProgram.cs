using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Description;
using OpenPayments.Host.Endpoints;
using OpenPayments.Host.Keys;
using OpenPayments.Host.Page;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Security;
using OpenPayments.Host.Store;
using OpenPayments.Host.Worker;

namespace OpenPayments.Host;

/// <summary>The host, put together: its settings, its services, its pipeline, its endpoints.</summary>
public static class HostProgram
{
    /// <summary>Runs what the command line asks for: the host, or one of the <c>keys</c> commands.</summary>
    /// <returns>The exit code: 1 with a sentence on the standard error where a setting or an argument is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            if (args is ["keys", .. var rest]) return KeysCommand.Run(rest, WebApplication.CreateBuilder().Configuration, Console.Out, Console.Error);
            await using var app = Build(args, null);
            await app.RunAsync().ConfigureAwait(false);
            return 0;
        }
        catch (SettingsException e)
        {
            foreach (var sentence in e.Sentences) await Console.Error.WriteLineAsync(sentence).ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>Builds the host; starting it is left to the caller, who may run it on any port and beside others.</summary>
    /// <param name="args">Settings from the command line, such as <c>--OpenPayments:KeyId=…</c>.</param>
    /// <param name="configure">Changes the builder before the settings are read.</param>
    /// <exception cref="SettingsException">One or more settings are wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // a log of payments and not of the framework's doings, also where no appsettings.json lies; every other source may say otherwise
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] });
        builder.Services.SilenceRequestLog();
        // it warns that keys lie on the disk in plain text: they do, in a folder that this user alone may read
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        configure?.Invoke(builder);

        var settings = HostSettings.Read(builder.Configuration, builder.Environment);
        builder.Services.AddHost(settings, builder.Configuration, builder.Environment);

        var app = builder.Build();
        app.Services.CheckOpenPayments();
        app.Services.GetRequiredService<PaymentDatabase>().Prepare();
        if (settings.AllowLoopback && app.Environment.IsProduction())
            app.Logger.LogWarning("OpenPayments:AllowLoopback is on in Production: wallet addresses may name services of this machine");
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(settings);
        app.UseProblems();
        app.UsePage();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStartPayment();
        app.MapFinishPayment();
        app.MapShowPayment();
        app.MapFollowPayment();
        app.MapShowWalletAddress();
        app.MapHealth();
        app.MapPageSettings(app.Environment);
        app.MapOpenApi();
        return app;
    }

    private static void AddHost(this IServiceCollection services, HostSettings settings, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.ReturnOrigins);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOpenPayments(configuration);
        services.AddPaymentStore(settings);
        services.AddPaymentRuns(settings);
        services.AddSingleton<StartRequestReader>().AddSingleton<PaymentStarter>().AddSingleton<ConsentPages>();
        services.AddCallers(settings, environment);
        services.AddForwardedHeaders(settings.TrustedProxies);
        services.AddProblems();
        services.AddApiDescription();
        services.AddHealthChecks().AddCheck<Health.StoreCheck>("store");
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HostJson.Default);
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
    }
}
