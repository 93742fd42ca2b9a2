using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>
/// All servers that a payment talks to, as values in memory: three wallet providers with their authorization and resource servers, a
/// ledger and a clock. Ask it like the servers themselves (<see cref="Answer{T}"/>); look afterwards at what was really paid
/// (<see cref="Payments"/>).
/// </summary>
public sealed class ModelServers
{
    private readonly List<Underway> _underway = [];
    private readonly Clock _clock = new();
    private readonly SenderServer _sending;
    private readonly ReceiverServers _receiving;

    /// <summary>Servers of this kind, before the first request.</summary>
    public ModelServers(ModelSettings settings)
    {
        Settings = settings;
        Ledger = new Ledger(settings);
        Tokens = new TokenStore(settings, _clock, Secrets);
        Auth = new AuthServers(settings, _clock, Secrets, Tokens);
        _sending = new SenderServer(settings, _clock, Tokens, Ledger);
        _receiving = new ReceiverServers(settings, _clock, Tokens, Ledger);
    }

    /// <summary>When every model begins: noon of 1 December 2026, UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What the servers are like.</summary>
    public ModelSettings Settings { get; }

    /// <summary>The time in the model.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Every outgoing payment that was made, in order.</summary>
    public IReadOnlyList<ModelPayment> Payments => Ledger.Outgoing;

    /// <summary>Every incoming payment that was created.</summary>
    public IReadOnlyCollection<ModelIncomingPayment> IncomingPayments => Ledger.Incoming.Values;

    internal Ledger Ledger { get; }

    internal TokenStore Tokens { get; }

    internal AuthServers Auth { get; }

    internal SecretSource Secrets { get; } = new();

    /// <summary>How many payments were ordered under a grant, and taken.</summary>
    internal int Ordered { get; set; }

    internal IEnumerable<SenderServer.Offer> Offers => _sending.Offers;

    internal IEnumerable<Underway> UnderwayNow => _underway;

    /// <summary>Answers a request as the server that it is for does, and at once.</summary>
    public Answer<T> Answer<T>(Request<T> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (Answer<T>)Serve(request);
    }

    /// <summary>Lets time pass until then, or does nothing where it has passed. What is still under way arrives when it is due.</summary>
    public void PassTo(DateTimeOffset then)
    {
        while (_underway.Where(one => one.Due <= then).MinBy(one => one.Due) is { } next)
        {
            _underway.Remove(next);
            _clock.PassTo(next.Due);
            Serve(next.Request);
        }
        _clock.PassTo(then);
    }

    /// <summary>
    /// The payer agrees at the consent page that <paramref name="redirect"/> shows, and this is what the browser brings back.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such page, or its time is up.</exception>
    public InteractionResult Approve(Secret redirect)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        return Auth.Interactions.SingleOrDefault(one => one.Page.AbsoluteUri == redirect.Reveal()) is { } found && Auth.Agree(found)
            ? found.Approved()
            : throw new InvalidOperationException("No consent is asked for at this page, or its time is up.");
    }

    /// <summary>The same servers once more: what happens to these does not happen to those.</summary>
    public ModelServers Copy()
    {
        var copy = new ModelServers(Settings) { Ordered = Ordered };
        copy._clock.PassTo(Now);
        copy.Secrets.Count = Secrets.Count;
        copy._underway.AddRange(_underway);
        copy.Ledger.CopyFrom(Ledger);
        copy.Tokens.CopyFrom(Tokens);
        copy.Auth.CopyFrom(Auth);
        copy._sending.CopyFrom(_sending);
        return copy;
    }

    /// <summary>A copy in which everything that was under way has arrived and no money moves any more.</summary>
    public ModelServers Settled()
    {
        var copy = Copy();
        if (copy._underway.Count > 0) copy.PassTo(copy._underway.Max(one => one.Due));
        for (var step = 0; step <= Settings.Slices; step++) copy.Ledger.Move(copy.Now);
        return copy;
    }

    /// <summary>A request that arrives later, when nobody waits for its answer any more.</summary>
    internal void ArriveLater(int seconds, object request) => _underway.Add(new Underway(Now.AddSeconds(seconds), request));

    internal object Serve(object request) => request switch
    {
        GetWalletAddress ask => Wallet(ask),
        RequestGrant ask => Auth.Grant(ask),
        RequestSubject ask => Auth.Grant(ask),
        RotateToken ask => Auth.Rotate(ask),
        RevokeToken ask => Auth.Revoke(ask),
        CancelGrant ask => Auth.Cancel(ask),
        ContinueGrant ask => Auth.Continue(ask),
        CreateIncomingPayment ask => _receiving.Create(ask),
        GetIncomingPayment ask => _receiving.Get(ask),
        CreateQuote ask => _sending.Create(ask),
        CreateOutgoingPayment ask => _sending.Create(ask),
        ListOutgoingPayments ask => _sending.List(ask),
        GetOutgoingPayment ask => _sending.Get(ask),
        GetSpentAmounts ask => _sending.Spent(ask),
        _ => throw new ArgumentException($"The model does not know the request {request.GetType().Name}.", nameof(request)),
    };

    private Answer<WalletAddress> Wallet(GetWalletAddress ask) => TestWallets.At(ask.Address) is { } wallet
        ? new Answer<WalletAddress>.Body(wallet, Now)
        : new Answer<WalletAddress>.Refused(new Refusal(404), Now);

    internal sealed record Underway(DateTimeOffset Due, object Request);
}
