using Known = System.Collections.Immutable.ImmutableDictionary<string, OpenPayments.Flow.Plans.Finding>;

namespace OpenPayments.Flow.Tests.Plans;

/// <summary>One line of a plan of a team's own: a step, and which findings of lines above it it needs.</summary>
/// <param name="Name">What its finding is called.</param>
/// <param name="Needs">The findings it is made from.</param>
/// <param name="Step">The step.</param>
internal sealed record PlanLine(string Name, string[] Needs, Func<Known, Plan<Finding>> Step);

/// <summary>Alice pays Bob and Carol in one plan of fifteen lines, each of which can be swapped, left out, doubled or changed.</summary>
internal static class PlanLines
{
    /// <summary>The plan as it was released first.</summary>
    public static IReadOnlyList<PlanLine> All { get; } =
    [
        Line("alice", [], _ => Wallets.ReadSender(Given.Alice.Id)),
        Line("bob", [], _ => Wallets.ReadReceiver(Given.Bob.Id)),
        Line("carol", [], _ => Wallets.ReadReceiver(Given.Carol.Id)),
        Line("bob's grant", ["bob"], known => Grants.ForIncomingPayments(Get<Wallet>(known, "bob"))),
        Line("carol's grant", ["carol"], known => Grants.ForIncomingPayments(Get<Wallet>(known, "carol"))),
        Incoming("bob"),
        Incoming("carol"),
        Line("quoting", ["alice"], known => Grants.ForQuotes(Get<Wallet>(known, "alice"))),
        Quote("bob"),
        Quote("carol"),
        Line("consent", ["alice"], known => Consents.Ask(Get<Wallet>(known, "alice"), Limit.OfDebit(Given.Euros(30_000)), Orders.Finish)),
        Payment("bob"),
        Payment("carol"),
        Settled("bob"),
        Settled("carol"),
    ];

    /// <summary>The same lines, each with another argument.</summary>
    public static IReadOnlyList<PlanLine> Changed { get; } =
    [
        Line("alice", [], _ => Wallets.ReadSender(new Uri("https://cloudnine.example/alice-2"))),
        Line("bob", [], _ => Wallets.ReadReceiver(Given.Carol.Id)),
        Line("carol", [], _ => Wallets.ReadSender(Given.Carol.Id)),
        Line("bob's grant", ["carol"], known => Grants.ForIncomingPayments(Get<Wallet>(known, "carol"))),
        Line("carol's grant", ["carol"], known => Grants.ForQuotes(Get<Wallet>(known, "carol"))),
        Incoming("bob", Given.Dollars(501)),
        Incoming("carol", metadata: "{}"),
        Line("quoting", ["alice"], known => Grants.ForIncomingPayments(Get<Wallet>(known, "alice"))),
        Quote("bob", Given.Dollars(500)),
        Quote("carol", Given.Dollars(1)),
        Line("consent", ["alice"], known => Consents.Ask(Get<Wallet>(known, "alice"), Limit.OfDebit(Given.Euros(30_001)), Orders.Finish)),
        Payment("bob", "{}"),
        Payment("carol", "{\"a\":1}"),
        Settled("bob", "carol"),
        Settled("carol", "bob"),
    ];

    /// <summary>A plan of these lines; null where a line stands above what it needs.</summary>
    public static Plan<Result>? Of(IReadOnlyList<PlanLine> lines)
    {
        var known = new HashSet<string>();
        foreach (var line in lines)
        {
            if (!line.Needs.All(known.Contains)) return null;
            known.Add(line.Name);
        }
        var plan = lines.Aggregate(Plan.Return(Known.Empty), (before, line) =>
            from above in before from finding in line.Step(above) select above.SetItem(line.Name, finding));
        return Plan.Named("two payments", plan.Select(all => Result.OfAll(all.Values.OfType<Outcome>())));
    }

    private static PlanLine Incoming(string to, Generated.Amount? amount = null, string? metadata = null) =>
        Line($"{to}'s incoming", [to, $"{to}'s grant"], known =>
        IncomingPayments.Create(Get<Grant>(known, $"{to}'s grant"), Get<Wallet>(known, to), amount ?? Given.Dollars(500), metadata));

    private static PlanLine Quote(string to, Generated.Amount? receive = null) =>
        Line($"{to}'s quote", ["alice", "quoting", $"{to}'s incoming"], known =>
    {
        var (grant, sender, incoming) =
            (Get<Grant>(known, "quoting"), Get<Wallet>(known, "alice"), Get<Incoming>(known, $"{to}'s incoming"));
        return receive is null ? Quotes.Create(grant, sender, incoming) : Quotes.CreateForReceive(grant, sender, incoming, receive);
    });

    private static PlanLine Payment(string to, string? metadata = null) =>
        Line($"{to}'s payment", ["consent", "alice", $"{to}'s incoming", $"{to}'s quote"], known =>
        OutgoingPayments.Create(Get<Consent>(known, "consent"), Get<Wallet>(known, "alice"), Get<Incoming>(known, $"{to}'s incoming"),
            Get<PaymentQuote>(known, $"{to}'s quote"), metadata));

    private static PlanLine Settled(string to, string? of = null) =>
        Line($"{to} is paid", [$"{of ?? to}'s payment", $"{to}'s incoming"], known =>
        Settlement.Follow(Get<Outgoing>(known, $"{of ?? to}'s payment"), Get<Incoming>(known, $"{to}'s incoming")));

    private static PlanLine Line<T>(string name, string[] needs, Func<Known, Plan<T>> step)
        where T : Finding => new(name, needs, known => step(known).Select(finding => (Finding)finding));

    private static T Get<T>(Known known, string name)
        where T : Finding => (T)known[name];
}
