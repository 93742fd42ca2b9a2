using System.Runtime;

namespace OpenPayments.Benchmarks;

/// <summary>Two ways of making the same payments, measured in turns, so that a busy machine troubles them alike.</summary>
internal static class Turns
{
    private const int Rounds = 30;
    private const int Payments = 100;
    private const int LeastWarming = 30;
    private const int MostWarming = 120;

    /// <summary>Prints the median of each and how many times the second costs the first.</summary>
    public static async Task CompareAsync(string what, (string Name, Func<int, Task> Pay) first, (string Name, Func<int, Task> Pay) second)
    {
        await WarmAsync(first.Pay);
        await WarmAsync(second.Pay);
        var (firsts, seconds) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            firsts.Add(await Cost.OfAsync(Payments, () => first.Pay(Payments)));
            seconds.Add(await Cost.OfAsync(Payments, () => second.Pay(Payments)));
        }
        var (one, other) = (Cost.Median(firsts), Cost.Median(seconds));
        Console.WriteLine($"{what}, the median of {Rounds} rounds of {Payments}");
        Console.WriteLine(one.Line(first.Name));
        Console.WriteLine(other.Line(second.Name));
        Console.WriteLine($"ratio    {other.Microseconds / one.Microseconds,8:F2} {other.Bytes / one.Bytes,29:F2}");
    }

    /// <summary>Warm is when the compiler, which goes on in the background for thousands of payments, has next to nothing more to do.</summary>
    private static async Task WarmAsync(Func<int, Task> pay)
    {
        for (var (round, compiled) = (0, long.MaxValue); round < MostWarming && (round < LeastWarming || compiled > 2); round++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await pay(Payments);
            compiled = JitInfo.GetCompiledMethodCount() - before;
        }
    }
}
