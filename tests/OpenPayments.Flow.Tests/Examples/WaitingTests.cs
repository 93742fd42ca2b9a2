using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class WaitingTests
{
    private static readonly Progress.Asking Then = new([Given.Alice], Stages.Following);

    private static readonly Progress.Waiting Waiting = new(Given.Noon.AddSeconds(10), Then);

    [Fact]
    public void When_the_time_has_come_the_payment_goes_on()
    {
        Assert.Equal(new Wait(Given.Noon.AddSeconds(10)), Waiting.Asks<Elapsed>());
        Assert.Equal(Then, Waiting.After(Said.Yes(new Elapsed(), Given.Noon.AddSeconds(10))));
    }

    [Fact]
    public void An_answer_that_comes_too_early_changes_nothing() => Assert.Equal(Waiting, Waiting.After(Said.Yes(new Elapsed(), Given.Noon.AddSeconds(9))));

    [Fact]
    public void A_timer_that_fails_is_no_reason_to_end_a_payment()
    {
        Assert.Equal(Waiting, Waiting.After(Said.Silence<Elapsed>()));
        Assert.Equal(Waiting, Waiting.After(Said.No<Elapsed>(500)));
        Assert.Equal(Then, Waiting.After(Said.Silence<Elapsed>(Given.Noon.AddSeconds(10))));
    }

    [Fact]
    public void A_payments_own_time_is_waited_for_and_told()
    {
        var until = Stages.Pausing.Until;
        Assert.Equal(new Wait(until), Stages.Pausing.Asks<Elapsed>());
        Assert.Equal(new Turn.To(Stages.Pausing), Stages.Pausing.After(Said.Yes(new Elapsed(), until.AddTicks(-1))));
        Assert.Equal(new Turn.To(Stages.Pausing), Stages.Pausing.After(Said.Silence<Elapsed>(until.AddTicks(-1))));
        Assert.Equal(new Reached(until), Stages.Pausing.After(Said.Yes(new Elapsed(), until)).Learns<Reached>());
        Assert.Equal(new Reached(until.AddDays(1)), Stages.Pausing.After(Said.No<Elapsed>(500, at: until.AddDays(1))).Learns<Reached>());
    }
}
