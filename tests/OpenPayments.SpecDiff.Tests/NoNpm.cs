namespace OpenPayments.SpecDiff.Tests;

/// <summary>npm without a network, or one that knows a newest version and can bring nothing.</summary>
internal sealed class NoNpm(string? newest = null) : INpm
{
    public (bool Done, string Said) Run(params string[] arguments) =>
        arguments[0] == "view" && newest is not null ? (true, newest) : (false, "the network is not there");
}
