using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OpenPayments.Client;

/// <summary>Puts the client into a host.</summary>
public static class OpenPaymentsServices
{
    /// <summary>
    /// Registers <see cref="OpenPaymentsClient"/>, <see cref="SigningKey"/>, <see cref="UrlPolicy"/> and
    /// <see cref="HttpInterpreter{TState}"/>, each once for the whole program. A wrong option stops the start of the host
    /// (<see cref="OptionsValidationException"/>) with a sentence that says which and why.
    /// </summary>
    /// <param name="services">The host's services. A <see cref="TimeProvider"/> among them is used, else the system's.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddOpenPayments(this IServiceCollection services, Action<OpenPaymentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<OpenPaymentsOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OpenPaymentsOptions>, OpenPaymentsOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => new UrlPolicy(Options(s).AllowLoopback));
        services.TryAddSingleton(s => PrivateKey.Load(Options(s)));
        services.TryAddSingleton(s => new OpenPaymentsClient(OpenPaymentsHttpClient.Create(
            Options(s), s.GetRequiredService<SigningKey>(), s.GetRequiredService<UrlPolicy>(), s.GetRequiredService<TimeProvider>())));
        services.TryAddSingleton(typeof(HttpInterpreter<>));
        return services;
    }

    private static OpenPaymentsOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<OpenPaymentsOptions>>().Value;
}
