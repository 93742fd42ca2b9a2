using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>One order, carried to its end among honest servers, with what was scripted.</summary>
internal sealed class Run
{
    private static readonly Dictionary<Type, string> Letters = new()
    {
        [typeof(GetWalletAddress)] = "W",
        [typeof(RequestSubject)] = "Gs",
        [typeof(CreateIncomingPayment)] = "I",
        [typeof(CreateQuote)] = "Q",
        [typeof(Step<FlowState>.Await)] = "<>",
        [typeof(ContinueGrant)] = "C",
        [typeof(CreateOutgoingPayment)] = "O",
        [typeof(RotateToken)] = "R",
        [typeof(ListOutgoingPayments)] = "L",
        [typeof(GetSpentAmounts)] = "S",
    };

    private readonly Servers<FlowState> _servers;
    private readonly List<FlowState> _states;
    private readonly List<DateTimeOffset> _times;
    private readonly Queue<FuturePayment> _ordered;

    private Run(Scenario scenario)
    {
        _ordered = new Queue<FuturePayment>(scenario.Ordered);
        _states = [scenario.Order.Started()];
        Records = new Records(scenario.Drift, scenario.TokensLast);
        _servers = new Servers<FlowState>(scenario.Script, Records)
        {
            // what is turned away changes nothing
            Return = (result, at) => Flows.Return(State, result, at).IfLeft(State),
            Order = at => _ordered.TryDequeue(out var next) ? Flows.Order(State, next, at).IfLeft(State)
                : scenario.LeftOpen ? null
                : Flows.Close(State, at).IfLeft(State),
        };
        _times = [_servers.Now];
    }

    public Records Records { get; }

    /// <summary>Every state, from the first to the last.</summary>
    public IReadOnlyList<FlowState> States => _states;

    /// <summary>When each state was reached.</summary>
    public IReadOnlyList<DateTimeOffset> Times => _times;

    /// <summary>When it was over.</summary>
    public DateTimeOffset Now => _servers.Now;

    public Progress End => State.Progress;

    public FlowSummary Summary => FlowSummary.Of(State);

    public Result Result => End switch
    {
        Progress.Completed p => p.Result,
        Progress.Partial p => p.Result,
        Progress.Failed p => p.Result,
        Progress.Uncertain p => p.Result,
        Progress.Cancelled p => p.Result,
        _ => throw new InvalidOperationException($"not over: {End}"),
    };

    /// <summary>
    /// The requests in the letters of the guides: W wallet address, G grants, I incoming payment, Q quote, &lt;&gt; consent, C continue, O
    /// outgoing payment, R rotate; L lists payments, S reads what was spent.
    /// </summary>
    public string Guide => string.Join(' ', _servers.Requests.Select(LetterOf).Where(letter => letter is not null));

    public IReadOnlyList<DateTimeOffset> Waits => _servers.Waits;

    /// <summary>How each payment ended, as it was told when it was over.</summary>
    public IReadOnlyList<Outcome> Outcomes =>
        [.. _states.Select(state => FlowSummary.Of(state).Totals?.Last).OfType<NumberedOutcome>().DistinctBy(last => last.Number)
            .Select(last => last.Outcome)];

    private FlowState State => _states[^1];

    public IReadOnlyList<T> Requests<T>() => [.. _servers.Requests.OfType<T>()];

    public static Run Of(Order order, params Scripted[] script) => Of(new Scenario(order, script));

    public static Run Of(Scenario scenario)
    {
        var run = new Run(scenario);
        while (run.Step(scenario)) Assert.InRange(run._states.Count, 1, 5000);
        return run;
    }

    private bool Step(Scenario scenario)
    {
        if (_states.Count - 1 == scenario.CancelAt && Flows.Cancel(State, "changed my mind", Now) is { IsRight: true } cancelled)
            return Add(cancelled.IfLeft(State));
        // every second state is carried on as another process would: from what was stored
        var stored = FlowJson.Read(FlowJson.Write(State));
        Assert.Equal(State, stored);
        var step = Flows.Next(_states.Count % 2 == 0 ? stored : State);
        return step is not Step<FlowState>.Done && Add(step.Run(_servers));
    }

    private bool Add(FlowState next)
    {
        _states.Add(next);
        _times.Add(Now);
        return true;
    }

    private static string? LetterOf(object request) => request switch
    {
        RequestGrant { Interact: not null } => "Go",
        RequestGrant { Access: AccessQuote } => "Gq",
        RequestGrant => "Gi",
        _ => Letters.GetValueOrDefault(request.GetType()),
    };
}
