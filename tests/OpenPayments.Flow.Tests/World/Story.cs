namespace OpenPayments.Flow.Tests.World;

/// <summary>One payment's fate, question by question; when the acts are used up, everything goes well. It prints as the tale of what happens.</summary>
public sealed record Story(Setting Setting, IReadOnlyList<Act> Acts)
{
    public override string ToString()
    {
        var tale = Tale.Of(this);
        return $"{Setting}\n{string.Join('\n', tale.Lines)}\nBROKEN: {tale.Broken ?? "nothing"}\n";
    }
}
