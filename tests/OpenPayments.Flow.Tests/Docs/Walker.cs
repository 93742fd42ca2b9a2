using OpenPayments.Flow.Tests.Guides;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>
/// Walks a flow's machine: along the honest answers first, then from each state on that way, and from each place that is come by for
/// the first time, along every other answer, until no place is new. What all questions do with silence and with a dead token is left out: it leads back.
/// </summary>
internal sealed class Walker
{
    private readonly List<Place> _places = [];
    private readonly Queue<(Place Place, FlowState State, DateTimeOffset At)> _open = new();

    /// <summary>In the order in which they are come by.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>From place to place where all goes well.</summary>
    public List<(Place From, Place To)> Honest { get; } = [];

    /// <summary>Where another answer leads.</summary>
    public List<(Place From, string Answer, Place To)> Otherwise { get; } = [];

    public static Walker Through(Order order)
    {
        var walker = new Walker();
        var run = Run.Of(order);
        foreach (var (state, at) in run.States.Zip(run.Times)) walker.Open(walker.Come(state), state, at);
        foreach (var (one, next) in run.States.Zip(run.States.Skip(1), (one, next) => (Place.Of(one), Place.Of(next))))
            if (one != next && !walker.Honest.Contains((one, next))) walker.Honest.Add((one, next));
        while (walker._open.TryDequeue(out var open))
            foreach (var (answer, next, at) in OtherAnswers.To(open.State, open.At)) walker.Lead(open.Place, answer, next, at);
        return walker;
    }

    private void Lead(Place from, string answer, FlowState next, DateTimeOffset at)
    {
        var isNew = !_places.Contains(Place.Of(next));
        var to = Come(next);
        if (isNew) Open(to, next, at);
        if (!Honest.Contains((from, to)) && (from != to || answer == OtherAnswers.Declined) && !Otherwise.Contains((from, answer, to))) Otherwise.Add((from, answer, to));
    }

    private Place Come(FlowState state)
    {
        var place = Place.Of(state);
        if (!_places.Contains(place)) _places.Add(place);
        return place;
    }

    /// <summary>What is waited for comes, and a token that died is renewed.</summary>
    private void Open(Place place, FlowState state, DateTimeOffset at)
    {
        switch (state.Progress)
        {
            case Progress.Waiting w: _open.Enqueue((place, state with { Progress = w.Then }, w.Until)); break;
            case Progress.Rotating r: _open.Enqueue((place, state with { Progress = r.Then }, at)); break;
            case var _: _open.Enqueue((place, state, at)); break;
        }
    }
}

/// <summary>Where a flow can be: a step of the summary, and the stage that stands there.</summary>
internal sealed record Place(string Step, string? Stage)
{
    public static Place Of(FlowState state) => new(FlowSummary.StepOf(state.Progress), state.Progress switch
    {
        Progress.Asking p => NameOf(p.Stage),
        Progress.Waiting p => NameOf(p.Then.Stage),
        Progress.Rotating p => NameOf(p.Then.Stage),
        _ => null,
    });

    private static string NameOf(Stage stage) => typeof(Stage).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
        .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Single(derived => derived.DerivedType == stage.GetType()).TypeDiscriminator!.ToString()!;
}
