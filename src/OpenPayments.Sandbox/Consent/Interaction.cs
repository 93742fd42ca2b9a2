using OpenPayments.Generated;
using OpenPayments.Sandbox.Grants;

namespace OpenPayments.Sandbox.Consent;

/// <summary>The question to the account's owner: where it is asked, how long, and how the client learns of the answer.</summary>
internal sealed class Interaction(InteractRequestFinish? finish, DateTimeOffset createdAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Makes the page's address unguessable; another value than <see cref="FinishNonce"/>, so that who sees the address cannot forge a finish.</summary>
    public string UrlNonce { get; } = Secrets.New();

    /// <summary>The server's half of the hash (<c>interact.finish</c>).</summary>
    public string FinishNonce { get; } = Secrets.New();

    /// <summary>The <c>interact_ref</c> that the payer's browser brings back.</summary>
    public string Reference { get; } = Guid.NewGuid().ToString();

    /// <summary>The client's side; null when the client polls instead.</summary>
    public InteractRequestFinish? Finish => finish;

    public string Path => $"/interact/{Id}/{UrlNonce}";

    public bool ExpiredAt(DateTimeOffset now) => now >= createdAt + Lifetime;
}
