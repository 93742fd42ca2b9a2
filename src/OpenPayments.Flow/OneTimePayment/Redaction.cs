using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>A server's words, made fit to be shown: a refusal may repeat the token that it refuses.</summary>
internal static class Redaction
{
    private const int Longest = 200;

    /// <summary>One short line of text without what <paramref name="s"/> holds in secret.</summary>
    public static string Tidy(Payment s, string words)
    {
        var shown = Held(s).Where(secret => secret.Reveal().Length > 0)
            .Aggregate(words, (text, secret) => text.Replace(secret.Reveal(), secret.ToString(), StringComparison.OrdinalIgnoreCase));
        return new([.. shown.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
    }

    private static IEnumerable<Secret> Held(Payment payment) => payment switch
    {
        CreatingIncoming s => [s.Token],
        GrantingQuote s => Of(s.Incoming, s.Consent),
        Quoting s => [s.Token, .. Of(s.Incoming, s.Consent)],
        DrawingNonce s => Of(s.Incoming, null),
        SeekingConsent s => [s.Nonce, .. Of(s.Incoming, null)],
        AwaitingConsent s => [.. Of(s.Grant), .. Of(s.Incoming, null)],
        Continuing s => [s.InteractRef, .. Of(s.Grant), .. Of(s.Incoming, null)],
        Payment.Paying s => Of(s.Incoming, s.Consent),
        Looking s => Of(s.Incoming, s.Consent),
        Following s => Of(s.Incoming, s.Consent),
        Confirming s => Of(s.Incoming, s.Consent),
        Waiting s => Held(s.Then),
        FindingSender or FindingReceiver or GrantingIncoming or Completed or Failed or Uncertain => [],
    };

    private static IEnumerable<Secret> Of(Incoming incoming, Consent? consent) => consent is null ? [incoming.Token] : [incoming.Token, consent.Token];

    private static IEnumerable<Secret> Of(PendingGrant grant) => [grant.Redirect, grant.Nonce, grant.Finish, grant.ContinueToken];
}
