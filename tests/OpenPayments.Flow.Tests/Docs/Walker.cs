using OpenPayments.Flow.Tests.Guides;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>
/// Walks a flow's machine: along the honest answers first, then, at each place come by for the first time, along every other answer
/// that leads elsewhere, until no place is new. What all questions do with silence and with a dead token is left out: it leads back.
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
        foreach (var (state, at) in run.States.Zip(run.Times)) walker.Come(state, at);
        foreach (var (one, next) in run.States.Zip(run.States.Skip(1), (one, next) => (Place.Of(one), Place.Of(next))))
            if (one != next && !walker.Honest.Contains((one, next))) walker.Honest.Add((one, next));
        while (walker._open.TryDequeue(out var open))
            foreach (var (answer, next, at) in OtherAnswers.To(open.State, open.At)) walker.Lead(open.Place, answer, next, at);
        return walker;
    }

    private void Lead(Place from, string answer, FlowState next, DateTimeOffset at)
    {
        var to = Come(next, at);
        if (!Honest.Contains((from, to)) && (from != to || answer == OtherAnswers.Declined) && !Otherwise.Contains((from, answer, to))) Otherwise.Add((from, answer, to));
    }

    private Place Come(FlowState state, DateTimeOffset at)
    {
        var place = Place.Of(state);
        // what is waited for comes, and a token that died is renewed
        var (then, when) = state.Progress switch
        {
            Progress.Waiting w => (state with { Progress = w.Then }, w.Until),
            Progress.Rotating r => (state with { Progress = r.Then }, at),
            _ => (state, at),
        };
        if (_places.Contains(place)) return place;
        _places.Add(place);
        _open.Enqueue((place, then, when));
        return place;
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
