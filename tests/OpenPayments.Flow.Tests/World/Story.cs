namespace OpenPayments.Flow.Tests.World;

/// <summary>One order's fate, question by question; when the acts are used up, everything goes well. It prints as the tale of what happens.</summary>
/// <param name="Order">What is to be done.</param>
/// <param name="Setting">Where.</param>
/// <param name="Acts">What happens, from the first question on.</param>
/// <param name="Trials">What happens instead while a payment is made or looked for: where trouble costs money.</param>
public sealed record Story(Order Order, Setting Setting, IReadOnlyList<Act> Acts, IReadOnlyList<Act> Trials)
{
    /// <summary>The story told, from its beginning.</summary>
    public Func<int, FlowState, Act> Fate()
    {
        var trials = new Queue<Act>(Trials);
        return (step, state) => state.Progress is Progress.Asking { Stage: Paying.Creating or Paying.Looking } && trials.TryDequeue(out var trial) ? trial
            : step < Acts.Count ? Acts[step]
            : new Act();
    }

    public override string ToString()
    {
        var tale = Tale.Of(this);
        return $"{Order}\n{Setting}\n{string.Join('\n', tale.Lines)}\nBROKEN: {tale.Broken ?? "nothing"}\n";
    }
}
