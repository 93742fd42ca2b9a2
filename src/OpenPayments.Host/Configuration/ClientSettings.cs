using Microsoft.Extensions.Options;
using OpenPayments.Client;

namespace OpenPayments.Host.Configuration;

/// <summary>The settings of the client library, from the same section as the host's own.</summary>
internal static class ClientSettings
{
    private const string Section = "OpenPayments";

    public static IServiceCollection AddOpenPayments(this IServiceCollection services, IConfiguration configuration) =>
        services.AddOpenPayments(options => configuration.GetSection(Section).Bind(options));

    /// <summary>Checks them now rather than at the start, so that whoever builds a host learns of everything that is wrong in one way.</summary>
    /// <exception cref="SettingsException">One or more are wrong.</exception>
    public static void CheckOpenPayments(this IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<OpenPaymentsOptions>>().Value;
        }
        catch (OptionsValidationException e)
        {
            throw new SettingsException([.. e.Failures]);
        }
        catch (InvalidOperationException e) when (e.InnerException is FormatException or OverflowException or ArgumentException)
        {
            // the binder's own words: it names the setting and the type
            throw new SettingsException([e.Message]);
        }
    }
}
