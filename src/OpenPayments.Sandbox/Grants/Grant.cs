using OpenPayments.Generated;
using OpenPayments.Sandbox.Consent;
using OpenPayments.Sandbox.Payments;

namespace OpenPayments.Sandbox.Grants;

/// <summary>What a client may do, or asks to be allowed to do.</summary>
internal sealed class Grant(Client client, IReadOnlyList<AccessItem> access, Subject? subject, Interaction? interaction, DateTimeOffset createdAt)
{
    /// <summary>Seconds between two continuations, the first counted from the grant's creation.</summary>
    public const int Wait = 5;

    /// <summary>Its name in the continuation URI.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public string ContinueToken { get; } = Secrets.New();

    public Client Client => client;

    public IReadOnlyList<AccessItem> Access => access;

    public Subject? Subject => subject;

    /// <summary>Null when nobody has to be asked.</summary>
    public Interaction? Interaction => interaction;

    public GrantState State { get; set; } = interaction is null ? GrantState.Granted : GrantState.Pending;

    public DateTimeOffset MayContinueAt { get; set; } = createdAt.AddSeconds(Wait);

    /// <summary>The token that works now; null before the first and after revocation.</summary>
    public IssuedToken? Token { get; set; }

    /// <summary>What was paid under this grant, which its limits count.</summary>
    public List<HeldOutgoingPayment> Payments { get; } = [];

    public AccessOutgoing? Outgoing => access.OfType<AccessOutgoing>().SingleOrDefault();
}
