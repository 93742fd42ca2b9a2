using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>What was spent under a grant, and what a limit makes of it.</summary>
public sealed class SpentAmountTests
{
    private static readonly Limit Debit = Limit.OfDebit(Given.Euros(1000), Orders.Monthly);

    private static readonly Limit Receive = Limit.OfReceive(Given.Dollars(1000));

    [Fact]
    public void They_are_read_with_the_grants_token()
    {
        Assert.Equal(new GetSpentAmounts(Given.Alice.ResourceServer, Given.Consent.Token.Value),
            Stages.ReadingSpentAmounts.Sends<GetOutgoingPaymentGrantResponse>());
        Assert.Equal(Given.Spent,
            Stages.ReadingSpentAmounts.After(Reply.Body(Bodies.Spent(Given.Euros(11_320), Given.Dollars(1000)))).Finds<SpentSoFar>());
        Assert.Equal(Spent.Nothing, Stages.ReadingSpentAmounts.After(Reply.Body(Bodies.Spent(null, null))).Finds<SpentSoFar>().Spent);
    }

    [Theory]
    [InlineData(0, 1000, true)]
    [InlineData(400, 600, true)]
    [InlineData(400, 601, false)]
    [InlineData(1000, 1, false)]
    [InlineData(1001, 0, false)]
    [InlineData(ulong.MaxValue, 1, false)]
    [InlineData(1, ulong.MaxValue, false)]
    public void What_is_left_is_the_limit_less_what_was_spent(ulong spent, ulong amount, bool leaves)
    {
        Assert.Equal(leaves, Debit.Leaves(new Spent(Given.Euros(spent), null), Given.Euros(amount), Given.Dollars(1)));
        Assert.Equal(leaves, Receive.Leaves(new Spent(null, Given.Dollars(spent)), Given.Euros(1), Given.Dollars(amount)));
    }

    [Fact]
    public void Where_the_server_does_not_say_what_was_spent_the_whole_limit_counts_and_it_may_refuse()
    {
        Assert.True(Debit.Leaves(new Spent(null, null), Given.Euros(1000), Given.Dollars(1)));
        Assert.False(Debit.Leaves(new Spent(null, null), Given.Euros(1001), Given.Dollars(1)));
    }

    [Fact]
    public void An_amount_of_another_asset_is_never_within_a_limit()
    {
        Assert.False(Debit.Allows(Given.Dollars(1), Given.Dollars(1)));
        Assert.False(Debit.Allows(Given.Euros(1) with { AssetScale = 2 }, Given.Dollars(1)));
        Assert.False(Debit.Leaves(new Spent(Given.Dollars(1), null), Given.Euros(1), Given.Dollars(1)));
        Assert.False(Receive.Allows(Given.Euros(1), Given.Euros(1)));
    }

    [Fact]
    public void One_payment_is_within_a_limit_up_to_its_amount()
    {
        Assert.True(Debit.Allows(Given.Euros(1000), Given.Dollars(ulong.MaxValue)));
        Assert.False(Debit.Allows(Given.Euros(1001), Given.Dollars(1)));
        Assert.True(Receive.Allows(Given.Euros(ulong.MaxValue), Given.Dollars(1000)));
        Assert.False(Receive.Allows(Given.Euros(1), Given.Dollars(1001)));
    }

    [Fact]
    public void A_limit_covers_another_of_its_kind_and_windows_that_is_no_larger()
    {
        Assert.True(Debit.Covers(Debit));
        Assert.True(Debit.Covers(Debit with { DebitAmount = Given.Euros(999) }));
        Assert.False(Debit.Covers(Debit with { DebitAmount = Given.Euros(1001) }));
        Assert.False(Debit.Covers(Debit with { DebitAmount = Given.Dollars(1) }));
        Assert.False(Debit.Covers(Debit with { Interval = null }));
        Assert.False(Debit.Covers(Limit.OfReceive(Given.Dollars(1), Orders.Monthly)));
        Assert.True(Receive.Covers(Receive with { ReceiveAmount = Given.Dollars(999) }));
        Assert.False(Receive.Covers(Receive with { ReceiveAmount = Given.Dollars(1001) }));
        Assert.False(Receive.Covers(Limit.OfDebit(Given.Euros(1))));
    }
}
