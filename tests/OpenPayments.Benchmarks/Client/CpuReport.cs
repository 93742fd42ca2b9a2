namespace OpenPayments.Benchmarks;

/// <summary>
/// The processor time and the memory that a payment's 11 requests cost this side, the stub left out: what a benchmark by the clock
/// cannot tell.
/// </summary>
internal static class CpuReport
{
    public static async Task RunAsync()
    {
        using var stub = new StubProcess();
        using var bare = new BarePayment(stub.Address);
        using var library = new LibraryPayment(stub.Address);
        await Turns.CompareAsync("a payment's 11 requests", ("bare", bare.PayAsync), ("library", library.PayAsync));
    }
}
