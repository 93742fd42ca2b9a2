using Microsoft.AspNetCore.DataProtection;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Store;

internal static class StoreServices
{
    /// <summary>The store; its keys lie beside the database, in a folder of their own that only this user may read.</summary>
    public static IServiceCollection AddPaymentStore(this IServiceCollection services, HostSettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("OpenPayments.Host")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.KeysFolder));
        return services
            .AddSingleton<PaymentDatabase>()
            .AddSingleton<StateCipher>()
            .AddSingleton<StepSignals>()
            .AddSingleton<PaymentStore>()
            .AddSingleton<PaymentViews>();
    }
}
