using Xunit;
using static OpenPayments.Fuzzing.Fuzz;

namespace OpenPayments.Client.Tests.Fuzz;

/// <summary>Keys that others publish, and files that others name: read, or refused with a sentence that repeats nothing of them.</summary>
public sealed class KeyFuzz
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795327345);

    [Fact]
    public void A_published_key_verifies_what_its_owner_signed_or_nothing()
    {
        using var key = SigningKey.Generate("key-1");
        var (jwk, message) = (key.PublicJwk(), Messages.Signed(key, At, "POST", "https://wallet.example/"));
        Each("the JWK's x", [jwk.X], (text, _) =>
        {
            var verdict = MessageVerifier.Verify(message, VerificationPolicy.Default, _ => jwk with { X = text }, At);
            Assert.Equal(text == jwk.X, verdict is Verification.Valid);
        });
    }

    [Fact]
    public void A_key_file_is_loaded_or_is_a_format_error()
    {
        using var key = SigningKey.Generate("key-1");
        Each("SigningKey.FromPem", [key.ToPem()], (text, _) => LoadsOrRefuses(() => SigningKey.FromPem(text, "key-1")));
        Each("SigningKey.FromSeed", [Convert.ToBase64String(new byte[32])], (text, _) => LoadsOrRefuses(() => SigningKey.FromSeed(text, "key-1")));
    }

    private static void LoadsOrRefuses(Func<SigningKey> load)
    {
        try
        {
            load().Dispose();
        }
        catch (FormatException e)
        {
            Assert.EndsWith(".", e.Message.TrimEnd(')'), StringComparison.Ordinal);
        }
    }
}
