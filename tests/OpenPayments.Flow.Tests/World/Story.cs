namespace OpenPayments.Flow.Tests.World;

/// <summary>One order's fate, question by question; when the acts are used up, everything goes well. It prints as the tale of what happens.</summary>
public sealed record Story(Order Order, Setting Setting, IReadOnlyList<Act> Acts)
{
    public override string ToString()
    {
        var tale = Tale.Of(this);
        return $"{Order}\n{Setting}\n{string.Join('\n', tale.Lines)}\nBROKEN: {tale.Broken ?? "nothing"}\n";
    }
}
