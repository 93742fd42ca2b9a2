using System.Buffers.Text;
using System.Security.Cryptography;

namespace OpenPayments.Host.Store;

/// <summary>
/// A payment's id: 144 random bits, fit for URLs. Whoever knows it may see the payment and bring an interaction result, so it is as
/// hard to guess as a key.
/// </summary>
internal static class PaymentId
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
}
