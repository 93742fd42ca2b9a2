using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>What the receivers' assets cost in the sender's, and the fee that stays with the sender's provider.</summary>
internal static class Rates
{
    private const long Fee = 20;

    /// <param name="receive">What is to arrive.</param>
    /// <param name="dearer">How much more than at first.</param>
    public static Amount Debit(Amount receive, int dearer) =>
        TestWallets.Amount(TestWallets.Alice, (ulong)Math.Max(1, ((long)receive.Value * Rate(receive.AssetCode)) + Fee + dearer));

    /// <param name="debit">What leaves.</param>
    /// <param name="receiver">Where it goes.</param>
    /// <param name="dearer">How much more than at first.</param>
    public static Amount Receive(Amount debit, WalletAddress receiver, int dearer) =>
        TestWallets.Amount(receiver, (ulong)Math.Max(0, ((long)debit.Value - Fee - dearer) / Rate(receiver.AssetCode)));

    private static long Rate(string code) => code switch { "USD" => 9, "JPY" => 6, _ => 1 };
}
