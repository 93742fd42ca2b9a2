using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Time that passes: between two tries, and until a payment's own time.</summary>
public sealed class PauseTests
{
    private static readonly Progress.Asking Then = (Progress.Asking)Orders.OneTime.Started().Progress;

    private static readonly Progress.Waiting Waiting = new(Given.Noon.AddSeconds(10), Then);

    [Fact]
    public void When_the_time_has_come_the_payment_goes_on_and_before_nothing_changes()
    {
        var wait = Assert.IsType<Step<Progress>.Wait>(PlanMachine.Next(Orders.OneTime.NamedPlan(), Waiting));
        Assert.Equal(Waiting.Until, wait.Until);
        Assert.Equal(Then, wait.Next(Given.Noon.AddSeconds(10)));
        Assert.Equal(Waiting, wait.Next(Given.Noon.AddSeconds(9)));
    }

    [Fact]
    public void A_payments_own_time_is_waited_for_and_told()
    {
        var until = Stages.Pausing.Until;
        Assert.Equal(until, Assert.IsType<Step<Transition>.Wait>(Stages.Pausing.Next()).Until);
        Assert.Equal(new Transition.To(Stages.Pausing), Stages.Pausing.At(until.AddTicks(-1)));
        Assert.Equal(new Due(until.AddDays(1)), Stages.Pausing.At(until.AddDays(1)).Finds<Due>());
    }

    [Fact]
    public void The_next_order_is_waited_for_until_the_grant_is_closed_or_its_time_is_up()
    {
        var (awaiting, until) = (Stages.AwaitingOrder, Stages.AwaitingOrder.Until);
        Assert.Null(Assert.IsType<Step<Transition>.Await>(awaiting.Next()).Redirect);
        Assert.Equal(new Transition.To(awaiting), awaiting.TimesOut(until.AddTicks(-1)));
        Assert.Equal(new NextOrder(null, until), awaiting.TimesOut(until).Finds<NextOrder>());
        Assert.Equal(new NextOrder(null, Given.Noon), awaiting.Takes(new Event.Closed()).Finds<NextOrder>());
        Assert.Equal(new NextOrder(Given.Ordered, Given.Noon), awaiting.Takes(new Event.Ordered(Given.Ordered)).Finds<NextOrder>());
    }
}
