using System.Diagnostics.CodeAnalysis;
using System.Text;
using BenchmarkDotNet.Attributes;
using OpenPayments.Client;

namespace OpenPayments.Benchmarks;

/// <summary>A whole signature (digest, base, Ed25519, three headers) beside libsodium alone over a base of the same length.</summary>
[MemoryDiagnoser, InProcess]
[SuppressMessage("Design", "CA1001", Justification = "the benchmark runner calls the cleanup, and derives from this class")]
public class SigningBenchmarks
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes("{\"walletAddress\":\"https://wallet.example/alice\",\"metadata\":{\"description\":\"" + new string('x', 160) + "\"}}");
    private readonly byte[] _base = new byte[560];
    private readonly byte[] _signature = new byte[64];
    private SigningKey _key = null!;
    private MessageSigner _signer = null!;
    private HttpRequestMessage _request = null!;

    [GlobalSetup]
    public void Setup()
    {
        _key = SigningKey.Generate("keyid-97a3a431-8ee1-48fc-ac85-70e2f5eba8e5");
        _signer = new MessageSigner(_key, TimeProvider.System);
        _request = new HttpRequestMessage(HttpMethod.Post, "https://wallet.example/438fa74a-fa7d-4317-9ced-dde32ece1787/incoming-payments") { Content = new ByteArrayContent(_body) };
        _request.Headers.TryAddWithoutValidation("Authorization", "GNAP 74E01527F821706DB969");
        _request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _request.Dispose();
        _key.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void Libsodium() => _key.Sign(_base, _signature);

    [Benchmark]
    public void Request() => _signer.Sign(_request, _body);
}
