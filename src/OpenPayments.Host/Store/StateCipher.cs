using Microsoft.AspNetCore.DataProtection;

namespace OpenPayments.Host.Store;

/// <summary>Encrypts states at rest. A state is bound to its payment's id: moved to another row it does not open.</summary>
internal sealed class StateCipher(IDataProtectionProvider protection)
{
    private const string Purpose = "OpenPayments.Host.PaymentState.v1";

    public byte[] Seal(string paymentId, byte[] state) => protection.CreateProtector(Purpose, paymentId).Protect(state);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are not those that sealed it, or it was altered.</exception>
    public byte[] Open(string paymentId, byte[] @sealed) => protection.CreateProtector(Purpose, paymentId).Unprotect(@sealed);
}
