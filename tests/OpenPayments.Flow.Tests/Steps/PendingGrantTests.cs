using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>A continuation that a server is not ready for: too fast, too often, still pending.</summary>
public sealed class PendingGrantTests
{
    private static readonly ContinuingGrant Continuing = Stages.ContinuingGrant;

    private static readonly ContinueGrantResponse StillPending =
        new() { Continue = Bodies.Continue("https://auth.cloudnine.example/continue/2", "hush-next", wait: 7) };

    private static Answer<ContinueGrantResponse> TooFast(TimeSpan? retryAfter = null) =>
        Reply.Refused<ContinueGrantResponse>(400, "too_fast", retryAfter: retryAfter);

    [Fact]
    public void Too_fast_waits_five_seconds_or_what_the_server_says_within_reason()
    {
        Assert.Equal(new Transition.Later(Given.Noon.AddSeconds(5), Continuing with { Tries = 1 }), Continuing.After(TooFast()));
        Assert.Equal(Given.Noon.AddSeconds(17), Continuing.After(TooFast(TimeSpan.FromSeconds(17))).Waits().Until);
        Assert.Equal(Given.Noon.AddMinutes(1), Continuing.After(TooFast(TimeSpan.MaxValue)).Waits().Until);
        Assert.Equal(Given.Noon.AddSeconds(1), Continuing.After(TooFast(TimeSpan.MinValue)).Waits().Until);
    }

    [Fact]
    public void Too_many_requests_did_not_use_the_continuation_up() =>
        Assert.Equal(Continuing with { Tries = 1 }, Continuing.After(Reply.Refused<ContinueGrantResponse>(429)).Waits().Stage);

    [Fact]
    public void Too_fast_for_ever_ends_the_payment()
    {
        (Continuing with { Tries = 7 }).After(TooFast()).Waits();
        var reason = (Continuing with { Tries = 8 }).After(TooFast()).Stops();
        Assert.Equal((Reason.Codes.Refused, "grant-continuation"), (reason.Code, reason.Step));
    }

    [Fact]
    public void A_grant_that_is_still_pending_is_asked_for_where_and_when_it_says()
    {
        var waits = Continuing.After(Reply.Body(StillPending)).Waits();
        Assert.Equal(Given.Noon.AddSeconds(7), waits.Until);
        Assert.Equal(new ContinueGrant(
            new Uri("https://auth.cloudnine.example/continue/2"), new Secret("hush-next"), Continuing.InteractRef),
            waits.Stage.Sends<ContinueGrantResponse>());
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(-1, 1)]
    [InlineData(int.MaxValue, 600)]
    public void A_pending_grants_wait_is_kept_within_reason(int? wait, int seconds)
    {
        var pending = new ContinueGrantResponse
        {
            Continue =
            Bodies.Continue("https://auth.cloudnine.example/continue/2", "hush-next", wait)
        };
        Assert.Equal(Given.Noon.AddSeconds(seconds), Continuing.After(Reply.Body(pending)).Waits().Until);
    }

    [Fact]
    public void A_grant_that_stays_pending_ends_the_payment()
    {
        (Continuing with { Tries = 3 }).After(Reply.Body(StillPending)).Waits();
        var reason = (Continuing with { Tries = 4 }).After(Reply.Body(StillPending)).Stops();
        Assert.Equal((Reason.Codes.Refused, Fault.Provider), (reason.Code, reason.Fault));
    }
}
