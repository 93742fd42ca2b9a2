using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class WaitingTests
{
    private static readonly Payment.Waiting Waiting = new(Given.Noon.AddSeconds(10), Given.Following);

    [Fact]
    public void When_the_time_has_come_the_payment_goes_on() => Assert.Equal(Given.Following, Waiting.After(Said.Yes(new Elapsed(), Given.Noon.AddSeconds(10))));

    [Fact]
    public void An_answer_that_comes_too_early_changes_nothing() => Assert.Equal(Waiting, Waiting.After(Said.Yes(new Elapsed(), Given.Noon.AddSeconds(9))));

    [Fact]
    public void A_timer_that_fails_is_no_reason_to_end_a_payment()
    {
        Assert.Equal(Waiting, Waiting.After(Said.Silence<Elapsed>()));
        Assert.Equal(Waiting, Waiting.After(Said.No<Elapsed>(500)));
        Assert.Equal(Given.Following, Waiting.After(Said.Silence<Elapsed>(Given.Noon.AddSeconds(10))));
    }
}
