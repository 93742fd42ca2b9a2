using System.Globalization;

namespace OpenPayments.Sandbox;

/// <summary>Two wallet providers to develop and test against; with <c>demo</c> as the first argument, the payment host beside them.</summary>
public static class SandboxProgram
{
    private const int CloudninePort = 4101;
    private const int HappylifePort = 4102;

    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(
                new SandboxOptions { CloudninePort = Port("OPENPAYMENTS_CLOUDNINE_PORT", CloudninePort), HappylifePort = Port("OPENPAYMENTS_HAPPYLIFE_PORT", HappylifePort) },
                stop.Token);
            Console.WriteLine(Introduction.Of(sandbox));
            if (args is ["demo", ..]) return await Demo.RunAsync(sandbox, args[1..], stop.Token);
            await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"The sandbox cannot start: {e.Message}");
            return 1;
        }
    }

    private static int Port(string variable, int otherwise)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
