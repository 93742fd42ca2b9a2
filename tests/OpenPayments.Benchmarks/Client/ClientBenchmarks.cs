using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;

namespace OpenPayments.Benchmarks;

/// <summary>The 11 requests of a payment, by the library and by a bare HTTP client. Times hold the stub's share; the allocations are this side's alone.</summary>
[MemoryDiagnoser, InProcess]
[SuppressMessage("Design", "CA1001", Justification = "the benchmark runner calls the cleanup, and derives from this class")]
public class ClientBenchmarks
{
    private StubProcess _stub = null!;
    private BarePayment _bare = null!;
    private LibraryPayment _library = null!;

    [GlobalSetup]
    public void Setup()
    {
        _stub = new StubProcess();
        _bare = new BarePayment(_stub.Address);
        _library = new LibraryPayment(_stub.Address);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _bare.Dispose();
        _library.Dispose();
        _stub.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<int> Bare() => _bare.PayAsync();

    [Benchmark]
    public Task<int> Library() => _library.PayAsync();
}
