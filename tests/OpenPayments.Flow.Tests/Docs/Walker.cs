using OpenPayments.Flow.Tests.Guides;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>
/// Walks a flow's machine: along the honest answers first, then from each state on that way, and from each place that is reached for the
/// first time, along every other answer, until no place is new. What all requests do with silence and with a dead token is left out: it
/// leads back. So is a cancellation, which can come at any place.
/// </summary>
internal sealed class Walker
{
    private readonly List<Place> _places = [];
    private readonly Queue<(Place Place, FlowState State, DateTimeOffset At)> _open = new();

    /// <summary>In the order in which they are reached.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>From place to place where all goes well.</summary>
    public List<(Place From, Place To)> Honest { get; } = [];

    /// <summary>Where another answer leads.</summary>
    public List<(Place From, string Answer, Place To)> Otherwise { get; } = [];

    public static Walker Through(Order order)
    {
        var walker = new Walker();
        var run = Run.Of(new Scenario(order) { Ordered = order is FuturePayments ? [Given.Ordered] : [] });
        foreach (var (state, at) in run.States.Zip(run.Times)) walker.Open(walker.Reach(state), state, at);
        foreach (var (one, next) in run.States.Zip(run.States.Skip(1), (one, next) => (Place.Of(one), Place.Of(next))))
            if (one != next && !walker.Honest.Contains((one, next))) walker.Honest.Add((one, next));
        while (walker._open.TryDequeue(out var open))
            foreach (var (answer, next, at) in OtherAnswers.To(open.State, open.At)) walker.Lead(open.Place, answer, next, at);
        return walker;
    }

    private void Lead(Place from, string answer, FlowState next, DateTimeOffset at)
    {
        var isNew = !_places.Contains(Place.Of(next));
        var to = Reach(next);
        if (isNew) Open(to, next, at);
        var isKnown = Honest.Contains((from, to)) || Otherwise.Contains((from, answer, to));
        if (!isKnown && (from != to || answer == OtherAnswers.Declined)) Otherwise.Add((from, answer, to));
    }

    private Place Reach(FlowState state)
    {
        var place = Place.Of(state);
        if (!_places.Contains(place)) _places.Add(place);
        return place;
    }

    /// <summary>What is waited for comes, and what is given back is given back.</summary>
    private void Open(Place place, FlowState state, DateTimeOffset at) =>
        _open.Enqueue((place, state with { Progress = state.Progress.Behind() }, state.Progress is Progress.Waiting w ? w.Until : at));
}

/// <summary>Where a flow can be: a step of the summary, and the stage that stands there.</summary>
internal sealed record Place(string Step, string? Stage)
{
    private static readonly Dictionary<Type, string> Names =
        StoredNames.CasesOf(typeof(Stage)).Zip(StoredNames.Of(typeof(Stage))).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    public static Place Of(FlowState state) =>
        new(FlowSummary.Of(state).Step, state.Progress.Behind() is Progress.Asking p ? Names[p.Stage.GetType()] : null);
}
