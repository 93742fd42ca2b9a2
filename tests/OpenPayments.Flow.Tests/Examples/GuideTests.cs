using OpenPayments.Flow.Tests.World;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class GuideTests
{
    [Fact]
    public void An_undisturbed_payment_takes_the_steps_of_the_guide_and_completes()
    {
        var tale = Tale.Of(new Story(new Setting(), []));
        Assert.Null(tale.Broken);
        Assert.Equal(
            [
                nameof(GetWalletAddress), nameof(GetWalletAddress), nameof(RequestGrant), nameof(CreateIncomingPayment), nameof(RequestGrant), nameof(CreateQuote), nameof(DrawNonce),
                nameof(RequestGrant), nameof(AwaitInteraction), nameof(Wait), nameof(ContinueGrant), nameof(CreateOutgoingPayment), nameof(GetOutgoingPayment), nameof(GetIncomingPayment), "Done",
            ],
            tale.States.Select(s => Questions.Of(s).Type));
        Assert.IsType<Payment.Completed>(tale.End);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    public void However_slowly_it_settles_it_completes(int slices) => Assert.IsType<Payment.Completed>(Tale.Of(new Story(new Setting(Slices: slices), [])).End);

    [Fact]
    public void Whatever_the_price_was_agreed_to_a_cheaper_quote_is_paid_when_the_first_ran_out()
    {
        Act[] acts = [.. Enumerable.Repeat(new Act(), 8), new Act(Seconds: 400)];
        var tale = Tale.Of(new Story(new Setting(Drift: -1), acts));
        Assert.Equal(2, tale.States.Count(s => s is Payment.Quoting));
        Assert.IsType<Payment.Completed>(tale.End);
    }
}
