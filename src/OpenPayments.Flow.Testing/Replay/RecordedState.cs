namespace OpenPayments.Flow.Testing;

/// <summary>A stored state of a running payment, and the question that it asked when it was recorded. Both hold secrets.</summary>
/// <param name="Name">For people, and the file's name: "rent-asking-for-consent".</param>
/// <param name="State">As <see cref="FlowJson"/> or <see cref="ProgressJson"/> wrote it.</param>
/// <param name="Question">What it asked, as <see cref="ReplayCheck"/> wrote it.</param>
public sealed record RecordedState(string Name, byte[] State, string Question)
{
    private const string StateEnding = ".state.json";

    private const string QuestionEnding = ".question.txt";

    /// <summary>Writes two files into a folder: <c>name.state.json</c> and <c>name.question.txt</c>.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Name + StateEnding), State);
        File.WriteAllText(Path.Combine(folder, Name + QuestionEnding), Question);
    }

    /// <summary>All that <see cref="WriteTo"/> wrote into a folder, by name.</summary>
    /// <exception cref="FileNotFoundException">A state has no question beside it.</exception>
    public static IReadOnlyList<RecordedState> ReadFrom(string folder) =>
    [
        .. Directory.GetFiles(folder, "*" + StateEnding).Order(StringComparer.Ordinal).Select(file =>
        {
            var name = Path.GetFileName(file)[..^StateEnding.Length];
            return new RecordedState(name, File.ReadAllBytes(file), File.ReadAllText(Path.Combine(folder, name + QuestionEnding)));
        }),
    ];
}
