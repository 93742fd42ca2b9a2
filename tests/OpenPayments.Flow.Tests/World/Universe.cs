namespace OpenPayments.Flow.Tests.World;

/// <summary>Everything outside of a flow, as it is at the beginning of a story.</summary>
public sealed class Universe
{
    public Universe(Setting setting, Order order)
    {
        Setting = setting;
        Ledger = new Ledger(setting);
        Vault = new Vault(setting, Clock, Secrets);
        Auth = new AuthServers(setting, Clock, Secrets, Vault);
        Sending = new ResourceServers(setting, Clock, Vault, Ledger);
        Receiving = new ReceivingServers(setting, Clock, Vault, Ledger);
        if (order is FuturePayments { Held: { } held }) Vault.Adopt(held.Token, AnyOrder.AccessOf(held.Limit));
    }

    public Setting Setting { get; }

    public Clock Clock { get; } = new();

    public Secrets Secrets { get; } = new();

    public Ledger Ledger { get; }

    public Vault Vault { get; }

    public AuthServers Auth { get; }

    public ResourceServers Sending { get; }

    public ReceivingServers Receiving { get; }

    /// <summary>What is still under way arrives, and the ledger moves until nothing in it moves any more.</summary>
    public void Settle()
    {
        Clock.Settle();
        for (var step = 0; step <= Setting.Slices; step++) Ledger.Move(Clock.Now);
    }
}
