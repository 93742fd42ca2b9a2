using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Tests.Money;

public class LedgerTests
{
    private static readonly Asset Usd = new("USD", 2);

    private static LedgerAccount Account(LedgerAccountKind kind, string name) => new("here", kind, name, Usd);

    [Fact]
    public void Money_moves_between_accounts_and_the_sum_stays_zero()
    {
        var ledger = new Ledger();
        var books = new Books("here", ledger);
        books.Deposit("ann", Usd, 500);
        Assert.True(books.Hold("ann", Usd, 300));
        books.Deliver(new Price(200, 20, 180), Usd, books.Customer("ben", Usd));
        books.Release("ann", Usd, 100);
        Assert.Equal((300, 180), (books.Balance("ann", Usd), books.Balance("ben", Usd)));
        Assert.Equal(0, ledger.Balances().Values.Aggregate(System.Numerics.BigInteger.Zero, (a, b) => a + b));
        Assert.Equal(new LedgerAudit(4, []).ToString(), ledger.Audit().ToString());
    }

    [Fact]
    public void An_account_is_not_overdrawn_and_nothing_of_the_posting_happens()
    {
        var ledger = new Ledger();
        var books = new Books("here", ledger);
        books.Deposit("ann", Usd, 500);
        Assert.False(books.Hold("ann", Usd, 501));
        Assert.Equal(500, books.Balance("ann", Usd));
        Assert.Equal(1, ledger.Audit().Postings);
    }

    [Fact]
    public void A_posting_that_creates_money_is_refused_as_a_mistake_of_the_program()
        => Assert.Throws<InvalidOperationException>(() => new Ledger().TryPost(new LedgerLine(Account(LedgerAccountKind.Customer, "ann"), 1)));

    [Theory]
    [InlineData(1000, 2, "10.00 USD")]
    [InlineData(-5, 2, "-0.05 USD")]
    [InlineData(7, 0, "7 USD")]
    [InlineData(7, 6, "0.000007 USD")]
    public void An_amount_is_printed_in_the_units_of_its_asset(long value, int scale, string text) => Assert.Equal(text, new Asset("USD", scale).Print(value));
}
