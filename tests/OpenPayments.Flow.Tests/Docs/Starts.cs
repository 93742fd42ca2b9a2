using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>What the pages of <c>docs/flows</c> show: how each flow is started.</summary>
internal static class Starts
{
    private static readonly Uri alice = new("https://cloudnine.example/alice");
    private static readonly Uri bob = new("https://happylife.example/bob");
    private static readonly Uri carol = new("https://happylife.example/carol");
    private static readonly Uri finish = new("https://shop.example/payments/1/finish");
    private static readonly Amount tenDollars = new() { Value = 1000, AssetCode = "USD", AssetScale = 2 };
    private static readonly Amount fiveDollars = new() { Value = 500, AssetCode = "USD", AssetScale = 2 };
    private static readonly Amount twelveEuros = new() { Value = 12_000, AssetCode = "EUR", AssetScale = 3 };
    private static readonly DateTimeOffset nextYear = new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Either<OrderError, FlowState>> All { get; } =
    [
        Flows.Start(new OneTimePayment(alice, bob, tenDollars, finish, """{"order":"42"}""")),
        Flows.Start(new FixedDebitRemittance(alice, bob, twelveEuros, finish)),
        Flows.Start(new FixedReceiveRemittance(alice, bob, tenDollars, finish)),
        Flows.Start(new Subscription(alice, bob, tenDollars, "R12/2026-12-01T00:00:00Z/P1M", finish, DebitLimit: twelveEuros)),
        Flows.Start(new RecurringFixedDebit(alice, bob, twelveEuros, "R12/2026-12-01T00:00:00Z/P1M", finish)),
        Flows.Start(new RecurringFixedReceive(alice, bob, tenDollars, "R52/2026-12-07T08:00:00Z/P1W", finish)),
        Flows.Start(new SplitPayment(alice, [new Share(bob, tenDollars), new Share(carol, fiveDollars)], finish)),
        Flows.Start(new FuturePayments(alice, Limit.OfDebit(twelveEuros, "R12/2026-12-01T00:00:00Z/P1M"), finish, OpenUntil: nextYear)),
        Flows.Start(new WalletOwnership(alice, finish)),
    ];
}
