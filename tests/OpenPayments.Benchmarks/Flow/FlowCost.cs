using System.Globalization;
using OpenPayments.Flow;

namespace OpenPayments.Benchmarks.Flow;

/// <summary>
/// What a step of the core costs, in processor time and memory: of one payment, and of the 1,200th period of a recurring order.
/// </summary>
internal static class FlowCost
{
    private const int Rounds = 15;

    private const int Runs = 2_000;

    public static void Print()
    {
        Print("one-time payment", RecordedSteps.OfOneTimePayment());
        Print("1,200th month of a subscription", RecordedSteps.OfPeriod1200("P1M"));
        Print("1,200th day of a subscription", RecordedSteps.OfPeriod1200("P1D"));
    }

    private static void Print(string what, RecordedSteps steps)
    {
        for (var warm = 0; warm < Rounds; warm++) Measure(steps);
        var costs = Enumerable.Range(0, Rounds).Select(_ => Measure(steps)).ToList();
        var cost = Cost.Median(costs);
        var stored = FlowJson.Write(steps.First);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-32} {steps.Count,3} steps, each {cost.Microseconds,6:F2} us of processor time, {cost.Bytes,6:F0} bytes; first state {stored.Length,6} bytes"));
    }

    private static Cost Measure(RecordedSteps steps)
    {
        var (cpu, bytes) = (Environment.CpuUsage.UserTime, GC.GetAllocatedBytesForCurrentThread());
        for (var run = 0; run < Runs; run++) steps.Run();
        var all = (double)Runs * steps.Count;
        return new((Environment.CpuUsage.UserTime - cpu).TotalMicroseconds / all, (GC.GetAllocatedBytesForCurrentThread() - bytes) / all);
    }
}
