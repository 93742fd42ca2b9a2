namespace OpenPayments.Flow.Tests.Guides;

/// <summary>One order, carried to its end among honest servers, with the troubles that were said beforehand.</summary>
internal sealed class Run
{
    private static readonly Dictionary<Type, string> Letters = new()
    {
        [typeof(GetWalletAddress)] = "W",
        [typeof(RequestSubject)] = "Gs",
        [typeof(CreateIncomingPayment)] = "I",
        [typeof(CreateQuote)] = "Q",
        [typeof(AwaitInteraction)] = "<>",
        [typeof(ContinueGrant)] = "C",
        [typeof(CreateOutgoingPayment)] = "O",
        [typeof(RotateToken)] = "R",
        [typeof(ListOutgoingPayments)] = "L",
        [typeof(GetSpentAmounts)] = "S",
    };

    private Run(Servers servers, Books books, List<FlowState> states, List<DateTimeOffset> times) => (Servers, Books, States, Times) = (servers, books, states, times);

    public Servers Servers { get; }

    public Books Books { get; }

    /// <summary>Every state, from the first to the last.</summary>
    public IReadOnlyList<FlowState> States { get; }

    /// <summary>When each state was come by.</summary>
    public IReadOnlyList<DateTimeOffset> Times { get; }

    public Progress End => States[^1].Progress;

    public FlowSummary Summary => FlowSummary.Of(States[^1]);

    /// <summary>The questions in the letters of the guides: W wallet address, G grants, I incoming payment, Q quote, &lt;&gt; consent, C continue, O outgoing payment, R rotate; L looks for a payment, S reads what was spent.</summary>
    public string Guide => string.Join(' ', Servers.Asked.Select(LetterOf).Where(letter => letter is not null));

    /// <summary>The names of all questions.</summary>
    public IEnumerable<string> Questions => Servers.Asked.Select(question => question.GetType().Name);

    public IReadOnlyList<T> Asked<T>() => [.. Servers.Asked.OfType<T>()];

    public static Run Of(Order order, params Trouble[] troubles) => Of(order, 0, null, troubles);

    /// <param name="order">What to do.</param>
    /// <param name="drift">How much dearer each quote is than the one before.</param>
    /// <param name="tokensLast">How long a token lives; null: for ever.</param>
    /// <param name="troubles">What befalls its questions.</param>
    public static Run Of(Order order, long drift, TimeSpan? tokensLast, params Trouble[] troubles)
    {
        var books = new Books(drift, tokensLast);
        var servers = new Servers(troubles, books);
        var states = new List<FlowState> { Flows.Start(order).Match(Right: state => state, Left: error => throw new InvalidOperationException(error.Why)) };
        var times = new List<DateTimeOffset> { servers.Now };
        while (Flows.Next(states[^1]) is not Step<FlowState>.Done and var step)
        {
            if (states.Count > 2000) throw new InvalidOperationException($"it does not end: {states[^1]}");
            // each state is taken up as another process would: from what was written down
            var resumed = FlowJson.Read(FlowJson.Write(states[^1]));
            Xunit.Assert.Equal(states[^1], resumed);
            states.Add(step.Run(servers).Match(Right: next => next, Left: why => states[^1]));
            times.Add(servers.Now);
        }
        return new Run(servers, books, states, times);
    }

    private static string? LetterOf(object question) => question switch
    {
        RequestGrant { Interact: not null } => "Go",
        RequestGrant { Access: Generated.AccessQuote } => "Gq",
        RequestGrant => "Gi",
        _ => Letters.GetValueOrDefault(question.GetType()),
    };
}
