using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing;

/// <summary>
/// Orders of all nine flows, in several shapes each. No two payments of one order are for the same amount to the same wallet.
/// </summary>
public static class Orders
{
    private static readonly Uri Alice = TestWallets.Alice.Id;

    private static readonly Uri Finish = new("https://shop.example/payments/1/finish?order=42");

    /// <summary>The first window is open, begins later, or is over.</summary>
    private static readonly string[] Intervals =
    [
        "R3/2026-12-01T12:00:00Z/P1D", "R2/2026-12-01T00:00:00Z/P1W", "R4/2026-12-02T00:00:00Z/P1M", "R3/2026-11-30T11:00:00Z/P1D",
        "R5/2026-12-01T11:30:00Z/PT1H", "R1/2026-12-01T13:00:00+01:00/PT30M",
    ];

    private static readonly DateTimeOffset[] Openings =
        [ModelServers.Start.AddHours(1), ModelServers.Start.AddDays(3), ModelServers.Start.AddDays(40)];

    private static Gen<string?> Metadata => Gen.Elements<string?>(null, """{"description":"Order 42"}""");

    /// <summary>Bob is paid under his wallet address, or under an address of his own that redirects to it.</summary>
    private static Gen<Uri> Bob => Gen.Frequency((4, Gen.Constant(TestWallets.Bob.Id)), (1, Gen.Constant(TestWallets.BobsOwnDomain)));

    /// <summary>By the name of the order.</summary>
    public static IReadOnlyDictionary<string, Gen<TestedFlow>> ByName { get; } = new Dictionary<string, Gen<TestedFlow>>
    {
        [nameof(OneTimePayment)] = Of((bob, words) => new OneTimePayment(Alice, bob, Dollars(1000), Finish, words)),
        [nameof(FixedDebitRemittance)] = Of((bob, words) => new FixedDebitRemittance(Alice, bob, Euros(9000), Finish, words)),
        [nameof(FixedReceiveRemittance)] = Of((bob, words) => new FixedReceiveRemittance(Alice, bob, Dollars(1000), Finish, words)),
        [nameof(Subscription)] = from interval in Gen.Elements(Intervals)
                                 from limit in Gen.Elements(null, Euros(9020), Euros(9060))
                                 from flow in Of((bob, words) =>
                                     new Subscription(Alice, bob, Dollars(1000), interval, Finish, limit, words))
                                 select flow,
        [nameof(RecurringFixedDebit)] = from interval in Gen.Elements(Intervals)
                                        from flow in Of((bob, words) =>
                                            new RecurringFixedDebit(Alice, bob, Euros(9000), interval, Finish, words))
                                        select flow,
        [nameof(RecurringFixedReceive)] = from interval in Gen.Elements(Intervals)
                                          from flow in Of((bob, words) =>
                                              new RecurringFixedReceive(Alice, bob, Dollars(1000), interval, Finish, words))
                                          select flow,
        [nameof(SplitPayment)] = from count in Gen.Choose(2, 3)
                                 from flow in Of((bob, words) =>
                                     new SplitPayment(Alice, new ValueList<Share>(Shares(bob).Take(count)), Finish, words))
                                 select flow,
        [nameof(FuturePayments)] = from limit in Limits
                                   from bob in Bob
                                   from payments in Gen.SubListOf(Wished(bob))
                                   from open in Gen.Elements(Openings)
                                   select TestedFlow.OfFuturePayments(new FuturePayments(Alice, limit, Finish, open), payments),
        [nameof(WalletOwnership)] = Gen.Constant(TestedFlow.OfOrder(new WalletOwnership(Alice, Finish))),
    };

    /// <summary>Of any of the nine.</summary>
    public static Gen<TestedFlow> Any { get; } =
        Gen.Frequency(ByName.Select(flow => (flow.Key is nameof(RecurringFixedDebit) ? 2 : 1, flow.Value)));

    private static Gen<Limit> Limits =>
        from amount in Gen.Elements(Euros(9000), Euros(13_000), Euros(50_000), Dollars(1300))
        from interval in Gen.Elements(null, "R12/2026-12-01T00:00:00Z/P1M", "R/2026-11-01T00:00:00Z/P1W")
        select amount.AssetCode == "EUR" ? Limit.OfDebit(amount, interval) : Limit.OfReceive(amount, interval);

    private static Gen<TestedFlow> Of(Func<Uri, string?, Order> order) =>
        from bob in Bob from words in Metadata select TestedFlow.OfOrder(order(bob, words));

    private static Share[] Shares(Uri bob) =>
    [
        new(bob, Dollars(1000)), new(TestWallets.Carol.Id, Dollars(250)), new(TestWallets.Dan.Id, TestWallets.Amount(TestWallets.Dan, 1500)),
    ];

    private static FuturePayment[] Wished(Uri bob) =>
    [
        new(bob, Dollars(1000)), new(TestWallets.Carol.Id, Dollars(400)), new(bob, Dollars(300), """{"n":3}"""),
        new(TestWallets.Dan.Id, TestWallets.Amount(TestWallets.Dan, 700)),
    ];

    private static Amount Dollars(ulong value) => TestWallets.Amount(TestWallets.Bob, value);

    private static Amount Euros(ulong value) => TestWallets.Amount(TestWallets.Alice, value);
}
