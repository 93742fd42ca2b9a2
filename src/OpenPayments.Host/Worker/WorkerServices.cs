using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Worker;

internal static class WorkerServices
{
    public static IServiceCollection AddPaymentRuns(this IServiceCollection services, HostSettings settings) => services
        .AddSingleton(provider => new FlowRunner<FlowState>(
            FlowMachine.OfOrders, provider.GetRequiredService<HttpInterpreter<FlowState>>(), provider.GetRequiredService<PaymentStore>(), provider.GetRequiredService<TimeProvider>(), settings.Lease))
        .AddSingleton<PaymentRuns>()
        .AddHostedService<PaymentWorker>();
}
