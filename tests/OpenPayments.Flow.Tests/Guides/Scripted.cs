namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What happens to one request of a run, said beforehand.</summary>
/// <param name="Request">Its type's name.</param>
/// <param name="Nth">1 for the first that is sent.</param>
internal abstract record Scripted(string Request, int Nth)
{
    /// <summary>It happens to every later one too.</summary>
    public bool AndLater { get; init; }

    /// <summary>The last one it happens to, where it happens to several.</summary>
    public int? Until { get; init; }

    /// <summary>The same for every later one too.</summary>
    public Scripted Forever => this with { AndLater = true };

    /// <summary>It never arrives.</summary>
    public static Scripted Lost<TRequest>(int nth = 1) => new OnTheWay(typeof(TRequest).Name, nth);

    /// <summary>It is done, and the answer is lost.</summary>
    public static Scripted Unanswered<TRequest>(int nth = 1) => new OnTheWayBack(typeof(TRequest).Name, nth);

    /// <summary>It is refused, and not done.</summary>
    public static Scripted Refused<TRequest>(int status, string? code = null, string? description = null, int nth = 1) =>
        new No(typeof(TRequest).Name, nth, new Refusal(status, code, description));

    /// <summary>It is done, and the answer is a refusal all the same.</summary>
    public static Scripted Denied<TRequest>(int status, string? description = null, int nth = 1) =>
        new DoneAndDenied(typeof(TRequest).Name, nth, new Refusal(status, null, description));

    /// <summary>It takes so long.</summary>
    public static Scripted Slow<TRequest>(TimeSpan time, int nth = 1) => new Later(typeof(TRequest).Name, nth, time);

    /// <summary>Drawing a nonce takes so long.</summary>
    public static Scripted SlowDraw(TimeSpan time, int nth = 1) => new Later("Draw", nth, time);

    /// <summary>It is answered with this, and not done.</summary>
    public static Scripted Answers<TRequest>(object body, int nth = 1) => new Otherwise(typeof(TRequest).Name, nth, _ => body);

    /// <summary>It is done, and answered with another body.</summary>
    public static Scripted Changed<TRequest, T>(Func<T, T> change, int nth = 1)
        where T : class => new Otherwise(typeof(TRequest).Name, nth, body => change((T)body)) { Done = true };

    /// <summary>The payer takes so long.</summary>
    public static Scripted SlowPayer(TimeSpan time, int nth = 1) => new Later("Await", nth, time);

    /// <summary>This comes to the finish URI before the payer does.</summary>
    public static Scripted Returns(InteractionResult result, int nth = 1) => new Otherwise("Await", nth, _ => result);

    /// <summary>Nobody comes to the finish URI, or orders a payment.</summary>
    public static Scripted NobodyComes(int nth = 1) => new OnTheWay("Await", nth);

    internal bool IsFor(string request, int nth) => Request == request && nth >= Nth && (AndLater || nth <= (Until ?? Nth));

    internal sealed record OnTheWay(string Request, int Nth) : Scripted(Request, Nth);

    internal sealed record OnTheWayBack(string Request, int Nth) : Scripted(Request, Nth);

    internal sealed record No(string Request, int Nth, Refusal Refusal) : Scripted(Request, Nth);

    internal sealed record DoneAndDenied(string Request, int Nth, Refusal Refusal) : Scripted(Request, Nth);

    internal sealed record Later(string Request, int Nth, TimeSpan Time) : Scripted(Request, Nth);

    internal sealed record Otherwise(string Request, int Nth, Func<object, object> Body) : Scripted(Request, Nth)
    {
        public bool Done { get; init; }
    }
}

/// <summary>A run's circumstances.</summary>
/// <param name="Order">What is to be done.</param>
/// <param name="Script">What happens to its requests.</param>
internal sealed record Scenario(Order Order, params Scripted[] Script)
{
    /// <summary>How much dearer each quote is than the one before, in the smallest unit.</summary>
    public long Drift { get; init; }

    /// <summary>How long a token lives; null: for ever.</summary>
    public TimeSpan? TokensLast { get; init; }

    /// <summary>What is ordered under the grant, one after the other, before it is closed.</summary>
    public IReadOnlyList<FuturePayment> Ordered { get; init; } = [];

    /// <summary>The grant is not closed, its time runs out.</summary>
    public bool LeftOpen { get; init; }

    /// <summary>After so many steps the order is cancelled; null: never.</summary>
    public int? CancelAt { get; init; }
}
