namespace OpenPayments.Benchmarks;

/// <summary>
/// The processor time and the memory that a payment's 11 requests cost this side, the stub left out: what a benchmark by the clock
/// cannot tell. Both ways take turns, so that a busy machine troubles them alike.
/// </summary>
internal static class CpuReport
{
    private const int Rounds = 30;
    private const int Payments = 100;

    public static async Task RunAsync()
    {
        using var stub = new StubProcess();
        using var bare = new BarePayment(stub.Address);
        using var library = new LibraryPayment(stub.Address);
        await MeasureAsync(bare.PayAsync);
        await MeasureAsync(library.PayAsync);
        var (bareCosts, libraryCosts) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            bareCosts.Add(await MeasureAsync(bare.PayAsync));
            libraryCosts.Add(await MeasureAsync(library.PayAsync));
        }
        var (b, l) = (Median(bareCosts), Median(libraryCosts));
        Console.WriteLine($"a payment's 11 requests, the median of {Rounds} rounds of {Payments}");
        Console.WriteLine($"bare     {b.Microseconds,8:F0} us of processor time {b.Bytes / 1024,8:F1} KB");
        Console.WriteLine($"library  {l.Microseconds,8:F0} us of processor time {l.Bytes / 1024,8:F1} KB");
        Console.WriteLine($"ratio    {l.Microseconds / b.Microseconds,8:F2} {l.Bytes / b.Bytes,29:F2}");
    }

    private static async Task<Cost> MeasureAsync(Func<Task<int>> pay)
    {
        GC.Collect();
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        for (var i = 0; i < Payments; i++) await pay();
        return new((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / Payments, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Payments);
    }

    private static Cost Median(List<Cost> costs) => new(Middle(costs.Select(c => c.Microseconds)), Middle(costs.Select(c => c.Bytes)));

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private sealed record Cost(double Microseconds, double Bytes);
}
