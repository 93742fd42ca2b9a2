namespace OpenPayments.Benchmarks;

/// <summary>What one payment costs this process: processor time on all threads, user's and system's, and allocated memory.</summary>
internal sealed record Cost(double Microseconds, double Bytes)
{
    /// <summary>The cost of one payment, on the average of <paramref name="payments"/> that <paramref name="pay"/> makes.</summary>
    public static async Task<Cost> OfAsync(int payments, Func<Task> pay)
    {
        GC.Collect();
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        await pay();
        return new((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / payments, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / payments);
    }

    public static Cost Median(IReadOnlyCollection<Cost> costs) => new(Middle(costs.Select(c => c.Microseconds)), Middle(costs.Select(c => c.Bytes)));

    public string Line(string name) => $"{name,-8} {Microseconds,8:F0} us of processor time {Bytes / 1024,8:F1} KB";

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
