namespace OpenPayments.Sandbox;

/// <summary>What someone who has just started the sandbox wants to know.</summary>
internal static class Introduction
{
    public static string Of(SandboxServer sandbox) => $$$"""
        Two wallet providers are listening; everything they know is in memory.

          cloudnine  {{{sandbox.Cloudnine}}}   accounts and balances in a browser
          happylife  {{{sandbox.Happylife}}}

        Wallet addresses to pay from and to:
          {{{sandbox.Cloudnine}}}accounts/alice    USD, scale 2
          {{{sandbox.Cloudnine}}}accounts/carlos   MXN, scale 2
          {{{sandbox.Happylife}}}accounts/bob      USD, scale 2
          {{{sandbox.Happylife}}}accounts/lars     EUR, scale 2
          {{{sandbox.Happylife}}}accounts/haruki   JPY, scale 0

        A client needs a wallet address that serves its public key. Register one:
          curl -X POST {{{sandbox.Happylife}}}sandbox/clients -H 'Content-Type: application/json' \
            -d '{"name":"my-shop","jwk":{"kid":"key-1","alg":"EdDSA","kty":"OKP","crv":"Ed25519","x":"<public key, base64url>"}}'

        Move the clock ahead, or let something go wrong (docs/sandbox.md has a line for each kind):
          curl -X POST {{{sandbox.Cloudnine}}}sandbox/clock -H 'Content-Type: application/json' -d '{"advanceSeconds":600}'
          curl -X POST {{{sandbox.Cloudnine}}}sandbox/faults -H 'Content-Type: application/json' \
            -d '{"kind":"reset","operation":"create-outgoing-payment","afterEffect":true}'

        Stop with Ctrl+C.
        """;
}
