namespace OpenPayments.Benchmarks;

/// <summary>
/// What a whole payment through the host costs (its two endpoints, its store, its worker) beside the same 11 requests made by the
/// client library alone. The wallets, the caller and the payer are in the stub's process, so that none of their cost is counted.
/// </summary>
internal static class HostCpuReport
{
    public static async Task RunAsync()
    {
        using var stub = new StubProcess();
        using var library = new LibraryPayment(stub.Address);
        await using var host = await BenchmarkedHost.StartAsync(stub.Address);
        await Turns.CompareAsync("a payment", ("library", library.PayAsync), ("host", host.PayAsync));
    }
}
