using System.Security.Cryptography;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Tokens and nonces: 128 bits that nobody guesses.</summary>
internal static class Secrets
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Compares without telling by its duration how much was right.</summary>
    public static bool Same(string? given, string expected)
        => given is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(expected));
}
