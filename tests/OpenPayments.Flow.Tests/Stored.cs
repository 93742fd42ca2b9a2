using System.Text;
using OpenPayments.Flow.Tests.Guides;

namespace OpenPayments.Flow.Tests;

/// <summary>A state as a file of <c>Stored</c> keeps it: its question on one line, itself on the next.</summary>
/// <param name="Question">Which question it asks, and all that is in it.</param>
/// <param name="State">As <see cref="FlowJson"/> writes it.</param>
internal sealed record Stored(string Question, string State)
{
    private static readonly Trouble[][] Troubles =
    [
        [],
        [Trouble.Refused<CreateIncomingPayment>(403, "403", "Inactive Token"), Trouble.Unanswered<CreateOutgoingPayment>()],
        [Trouble.Refused<CreateOutgoingPayment>(403, "403", "Inactive Token"), Trouble.Refused<RotateToken>(401), Trouble.Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", nth: 2)],
        [Trouble.Unanswered<CreateOutgoingPayment>(), Trouble.Refused<ListOutgoingPayments>(404)],
        [Trouble.Said<GetIncomingPayment>(Examples.Bodies.Incoming(Given.Dollars(1000), Given.Dollars(400), completed: true))],
        [Trouble.Refused<GetWalletAddress>(404)],
    ];

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Stored");

    /// <summary>What is kept in a file.</summary>
    public static IReadOnlyList<Stored> Read(string file) => [.. File.ReadLines(Path.Combine(Folder, file)).Chunk(2).Select(pair => new Stored(pair[0], pair[1]))];

    public static Stored Of(FlowState state)
    {
        var question = World.Questions.Of(state);
        return new Stored($"{question.Type} {question.Content}".Trim(), Encoding.UTF8.GetString(FlowJson.Write(state)));
    }

    /// <summary>One state for each place that this order comes by, undisturbed and in a few troubles.</summary>
    public static IReadOnlyList<FlowState> PlacesOf(Order order) => [.. Troubles.SelectMany(troubles => Run.Of(order, troubles).States).DistinctBy(Place)];

    /// <summary>A progress, a stage and the kind of fact that was learnt last.</summary>
    private static (Type, Type?, string, Type?) Place(FlowState state)
    {
        var asking = state.Progress switch
        {
            Progress.Asking p => p,
            Progress.Waiting p => p.Then,
            Progress.Rotating p => p.Then,
            _ => null,
        };
        return (state.Progress.GetType(), asking?.Stage.GetType(), FlowSummary.StepOf(state.Progress), asking is { Learnt: [.., var last] } ? last.GetType() : null);
    }
}
