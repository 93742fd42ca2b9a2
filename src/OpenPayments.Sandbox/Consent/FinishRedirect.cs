using System.Security.Cryptography;
using System.Text;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Consent;

/// <summary>Where the payer's browser goes after the answer: the client's finish URI with its own query kept and the outcome after it.</summary>
internal static class FinishRedirect
{
    private static readonly string[] Ours = ["hash", "interact_ref", "result"];

    /// <summary>RFC 9635 section 4.2.3. Standard base64 with padding, as the reference server sends it, so every character that a query could change is escaped.</summary>
    public static string Approved(InteractRequestFinish finish, Interaction interaction, Uri authServer)
        => With(finish.Uri, $"hash={Uri.EscapeDataString(Hash(finish.Nonce, interaction, authServer))}&interact_ref={Uri.EscapeDataString(interaction.Reference)}");

    /// <summary>No hash and no reference: this proves nothing about who sent it.</summary>
    public static string Denied(InteractRequestFinish finish) => With(finish.Uri, "result=grant_rejected");

    private static string Hash(Secret clientNonce, Interaction interaction, Uri authServer)
        => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(
            string.Join('\n', clientNonce.Reveal(), interaction.FinishNonce, interaction.Reference, authServer.AbsoluteUri))));

    private static string With(Uri finish, string outcome)
    {
        var url = new UriBuilder(finish);
        var kept = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Ours.Contains(p.Split('=')[0]));
        url.Query = string.Join('&', kept.Append(outcome));
        return url.Uri.AbsoluteUri;
    }
}
