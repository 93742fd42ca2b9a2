using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Orders of all nine flows, in several shapes each. No two payments of one order are for the same amount to the same wallet.</summary>
public static class AnyOrder
{
    private static readonly Uri Alice = Holders.Alice.Id;

    private static readonly Uri Bob = Holders.Bob.Id;

    private static readonly Uri Finish = new("https://shop.example/payments/1/finish?order=42");

    /// <summary>The first window is open, begins later, or is over.</summary>
    private static readonly string[] Intervals =
    [
        "R3/2026-12-01T12:00:00Z/P1D", "R2/2026-12-01T00:00:00Z/P1W", "R4/2026-12-02T00:00:00Z/P1M", "R3/2026-11-30T11:00:00Z/P1D", "R5/2026-12-01T11:30:00Z/PT1H", "R1/2026-12-01T13:00:00+01:00/PT30M",
    ];

    private static readonly string?[] Words = [null, """{"description":"Order 42"}"""];

    private static readonly Share[] Shares = [new(Bob, Dollars(1000)), new(Holders.Carol.Id, Dollars(250)), new(Holders.Dan.Id, Holders.Dan.Amount(1500))];

    private static readonly FuturePayment[] Wished =
    [
        new(Bob, Dollars(1000)), new(Holders.Carol.Id, Dollars(400)), new(Bob, Dollars(300), """{"n":3}"""), new(Holders.Dan.Id, Holders.Dan.Amount(700)),
    ];

    /// <summary>By the name of the flow.</summary>
    public static IReadOnlyDictionary<string, Gen<Order>> ByFlow { get; } = new Dictionary<string, Gen<Order>>
    {
        [nameof(OneTimePayment)] = Gen.Elements(Words).Select(Order (words) => new OneTimePayment(Alice, Bob, Dollars(1000), Finish, words)),
        [nameof(FixedDebitRemittance)] = Gen.Elements(Words).Select(Order (words) => new FixedDebitRemittance(Alice, Bob, Euros(9000), Finish, words)),
        [nameof(FixedReceiveRemittance)] = Gen.Elements(Words).Select(Order (words) => new FixedReceiveRemittance(Alice, Bob, Dollars(1000), Finish, words)),
        [nameof(Subscription)] = from interval in Gen.Elements(Intervals)
                                 from limit in Gen.Elements(null, Euros(9020), Euros(9060))
                                 from words in Gen.Elements(Words)
                                 select (Order)new Subscription(Alice, Bob, Dollars(1000), interval, Finish, limit, words),
        [nameof(RecurringFixedDebit)] = from interval in Gen.Elements(Intervals)
                                        from words in Gen.Elements(Words)
                                        select (Order)new RecurringFixedDebit(Alice, Bob, Euros(9000), interval, Finish, words),
        [nameof(RecurringFixedReceive)] = from interval in Gen.Elements(Intervals)
                                          from words in Gen.Elements(Words)
                                          select (Order)new RecurringFixedReceive(Alice, Bob, Dollars(1000), interval, Finish, words),
        [nameof(SplitPayment)] = from count in Gen.Choose(2, 3)
                                 from words in Gen.Elements(Words)
                                 select (Order)new SplitPayment(Alice, new ValueList<Share>(Shares.Take(count)), Finish, words),
        [nameof(FuturePayments)] = from limit in Limits
                                   from payments in Gen.SubListOf(Wished)
                                   from held in Gen.Elements(false, false, true)
                                   select (Order)new FuturePayments(Alice, limit, Finish, new ValueList<FuturePayment>(payments), held ? new Consent(new Token(new Secret("hush-held"), new Uri("https://auth.example/token/held")), limit) : null),
        [nameof(WalletOwnership)] = Gen.Constant((Order)new WalletOwnership(Alice, Finish)),
    };

    public static Gen<Order> OfAnyFlow { get; } = Gen.Frequency(ByFlow.Select(flow => (flow.Key is nameof(RecurringFixedDebit) ? 2 : 1, flow.Value)));

    private static Gen<Limit> Limits =>
        from amount in Gen.Elements(Euros(9000), Euros(13_000), Euros(50_000), Dollars(1300))
        from interval in Gen.Elements(null, "R12/2026-12-01T00:00:00Z/P1M", "R/2026-11-01T00:00:00Z/P1W")
        select amount.AssetCode == "EUR" ? Limit.OfDebit(amount, interval) : Limit.OfReceive(amount, interval);

    public static AccessOutgoing AccessOf(Limit limit) => new()
    {
        Actions = [AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List],
        Identifier = Alice,
        Limits = limit.DebitAmount is { } debit
            ? new LimitsOutgoing.WithDebitAmount { DebitAmount = debit, Interval = limit.Interval }
            : new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = limit.ReceiveAmount!, Interval = limit.Interval },
    };

    private static Amount Dollars(ulong value) => Holders.Bob.Amount(value);

    private static Amount Euros(ulong value) => Holders.Alice.Amount(value);
}
