namespace OpenPayments.Sandbox;

/// <summary>The sandbox and the payment host in one process, joined by a key pair made for this run.</summary>
internal static class Demo
{
    public static Task<int> RunAsync(SandboxServer sandbox, string[] args, CancellationToken ct)
        => throw new NotSupportedException($"The demo needs the payment host ({sandbox.Happylife}, {args.Length}, {ct.CanBeCanceled}).");
}
