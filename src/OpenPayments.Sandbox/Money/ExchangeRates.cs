using System.Numerics;

namespace OpenPayments.Sandbox.Money;

/// <summary>What one whole unit of each currency is worth, in millionths of a US dollar. Integers, so that every price can be checked by hand.</summary>
internal static class ExchangeRates
{
    private static readonly Dictionary<string, BigInteger> Worth = new()
    {
        ["USD"] = 1_000_000,
        ["EUR"] = 1_087_000,
        ["MXN"] = 54_300,
        ["JPY"] = 6_650,
    };

    public static BigInteger MicroDollars(string currency) => Worth[currency];

    public static bool Knows(string currency) => Worth.ContainsKey(currency);
}
