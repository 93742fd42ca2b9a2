using System.Text;
using OpenPayments.Flow.Tests.Guides;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Storage;

/// <summary>A state as a file of <c>Stored</c> has it: its request on one line, itself on the next.</summary>
/// <param name="Request">What it waits for, and all that is in it.</param>
/// <param name="State">As <see cref="FlowJson"/> writes it.</param>
internal sealed record Stored(string Request, string State)
{
    /// <summary>What leads by every place: dead tokens, doubts, parts of payments, consents that nobody gave, cancellations.</summary>
    private static readonly Func<Order, Scenario>[] Scenarios =
    [
        order => new Scenario(order),
        order => new Scenario(
            order, Scripted.Refused<CreateIncomingPayment>(403, "403", "Inactive Token"), Scripted.Unanswered<CreateOutgoingPayment>()),
        order => new Scenario(
            order, Scripted.Refused<CreateOutgoingPayment>(403), Scripted.Refused<RotateToken>(401),
            Scripted.Refused<CreateOutgoingPayment>(403, nth: 2)),
        order => new Scenario(order, Scripted.Lost<CreateOutgoingPayment>().Forever, Scripted.Refused<ListOutgoingPayments>(404).Forever),
        order => new Scenario(order, Scripted.Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(400))), HalfWay),
        order => new Scenario(order, Scripted.Refused<GetWalletAddress>(404)),
        order => new Scenario(order, Scripted.NobodyComes()),
        order => new Scenario(order, Scripted.SlowPayer(TimeSpan.FromMinutes(6))),
        order => new Scenario(order) { CancelAt = 9 },
    ];

    private static Scripted HalfWay => Scripted.Changed<GetOutgoingPayment, OutgoingPayment>(
        payment => payment with { Failed = true, SentAmount = Given.Euros(400) });

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Stored");

    /// <summary>What stands in a file.</summary>
    public static IReadOnlyList<Stored> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Chunk(2).Select(pair => new Stored(pair[0], pair[1]))];

    public static Stored Of(FlowState state) => new(RequestOf(Flows.Next(state)), Encoding.UTF8.GetString(FlowJson.Write(state)));

    public static Stored Of(Plan<Result> plan, Progress progress) =>
        new(RequestOf(PlanMachine.Next(plan, progress)), Encoding.UTF8.GetString(ProgressJson.Write(progress)));

    /// <summary>Writes a file that is not there yet, where <c>WRITE_STORED</c> is this project's folder.</summary>
    public static void WriteNew(string file, IEnumerable<Stored> all)
    {
        if (Environment.GetEnvironmentVariable("WRITE_STORED") is not { Length: > 0 } project) return;
        var path = Path.Combine(project, "Stored", file);
        if (!File.Exists(path)) File.WriteAllLines(path, all.SelectMany(stored => new[] { stored.Request, stored.State }));
    }

    /// <summary>One state for each place that this order passes in these scenarios.</summary>
    public static IReadOnlyList<FlowState> PlacesOf(Order order) => [.. Scenarios
        .Select(scenario => scenario(order) with { Ordered = order is FuturePayments ? [Given.Ordered] : [] })
        .SelectMany(scenario => Run.Of(scenario).States)
        .DistinctBy(state => Place(state.Progress))];

    private static string RequestOf<T>(Step<T> step) =>
        RequestText<T>.Of(step) is var request ? $"{request.Type} {request.Content}".Trim() : "";

    /// <summary>A progress, a stage, and the kind of what was found out or is given back last.</summary>
    private static string Place(Progress progress) => progress switch
    {
        Progress.Asking p => $"{p.Stage.Step} {p.Stage.GetType().Name} {Last(p.Journal)} {p.Journal.Cancelled is null}",
        Progress.Waiting p => $"waiting {Place(p.Then)}",
        Progress.Releasing p => $"releasing {p.Held[0].GetType().Name} {Place(p.Next)}",
        _ => progress.GetType().Name,
    };

    private static string Last(Journal journal) => journal.Entries is [.., var last] ? last.Finding.GetType().Name : "";
}
