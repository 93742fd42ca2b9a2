using System.Diagnostics;

namespace OpenPayments.Benchmarks;

/// <summary>The stub server, in a process of its own for as long as this is not disposed of.</summary>
internal sealed class StubProcess : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(StubServer).Assembly.Location, "stub"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public StubProcess() => Address = new Uri(_process.StandardOutput.ReadLine()!);

    public Uri Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
