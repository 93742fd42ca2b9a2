using BenchmarkDotNet.Attributes;
using OpenPayments.Flow;

namespace OpenPayments.Benchmarks.Flow;

/// <summary>The core alone: from the state to the question and from the answer to the next state.</summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private readonly RecordedSteps _payment = RecordedSteps.OfOneTimePayment();

    /// <summary>A whole payment, the hash of the interaction included: divide by its number of steps, which <c>flow</c> prints.</summary>
    [Benchmark]
    public FlowState Payment() => _payment.Run();

    /// <summary>What a state costs to be written down and read again.</summary>
    [Benchmark]
    public FlowState WriteAndRead() => FlowJson.Read(FlowJson.Write(_payment.First));
}
