using Microsoft.Extensions.Options;

namespace OpenPayments.Client;

/// <summary>Says, before anything starts, which setting is wrong and why.</summary>
internal sealed class OpenPaymentsOptionsValidator : IValidateOptions<OpenPaymentsOptions>
{
    private const int MostBytes = 64 << 20;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, OpenPaymentsOptions options)
    {
        string[] faults = [.. Faults(options).Select(fault => "OpenPayments:" + fault)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OpenPaymentsOptions options)
    {
        if (options.ClientWalletAddress is not { } client) yield return "ClientWalletAddress is missing: the wallet address whose jwks.json holds the public key.";
        else if (new UrlPolicy(options.AllowLoopback).Refuse(client) is { } reason) yield return $"ClientWalletAddress cannot be used: {reason}.";

        if (options.KeyId is null or "") yield return "KeyId is missing: the kid that the public key is published under.";
        else if (!Ascii.IsPrintable(options.KeyId)) yield return "KeyId may hold printable ASCII only: it travels in a header.";
        else if (PrivateKey.Fault(options) is { } fault) yield return fault;

        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout > LongestTimeout) yield return $"RequestTimeout is {options.RequestTimeout}, not between 0 and {LongestTimeout}.";
        if (options.MaxResponseBytes is <= 0 or > MostBytes) yield return $"MaxResponseBytes is {options.MaxResponseBytes}, not between 1 and {MostBytes}.";
    }
}
