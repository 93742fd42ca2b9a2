using OpenPayments.Sandbox.Faults;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Payments;

namespace OpenPayments.Sandbox;

/// <summary>
/// What both providers share: the clock, the books and one lock. Whoever looks at the world or changes it does so inside
/// <see cref="Do{T}"/>, which first lets all the money arrive that is due by now; so nothing needs a timer.
/// </summary>
internal sealed class World(SandboxOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<HeldOutgoingPayment> _underway = [];
    private readonly List<Provider> _providers = [];

    public Ledger Ledger { get; } = new();

    public FaultList Faults { get; } = new(options.Time);

    public SandboxOptions Options => options;

    /// <summary>The time, in whole milliseconds: what the protocol's timestamps can say.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = options.Time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    public DateTimeOffset SigningNow => options.SigningTime.GetUtcNow();

    public void Add(Provider provider) => _providers.Add(provider);

    public T Do<T>(Func<T> change)
    {
        lock (_gate)
        {
            _underway.RemoveAll(payment => Settlement.Advance(payment, this));
            return change();
        }
    }

    /// <summary>Money starts to move on its own from here on.</summary>
    public void Settle(HeldOutgoingPayment payment) => _underway.Add(payment);

    /// <summary>The incoming payment with this URL at either provider; null when neither has it. Stands in for the network between providers.</summary>
    public HeldIncomingPayment? FindIncomingPayment(Uri url)
        => _providers.Select(p => p.IncomingPayments.FindByUrl(url)).FirstOrDefault(found => found is not null);
}
