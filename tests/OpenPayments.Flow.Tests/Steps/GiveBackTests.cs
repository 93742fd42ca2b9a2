using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>What is not used any more is given back: one request each, once more where nothing answered, and no more than that.</summary>
public sealed class GiveBackTests
{
    private static readonly Progress End = new Progress.Completed(Result.Of(Given.Paid));

    private static readonly Progress.Releasing Releasing = new([Given.HeldToken, Given.HeldGrant], End);

    [Fact]
    public void A_token_is_revoked_and_a_grant_that_nobody_continued_is_cancelled()
    {
        Assert.Equal(new RevokeToken(Given.Consent.Token.Manage, Given.Consent.Token.Value), Step(Releasing).Request);
        var next = Step(Releasing).Next(Reply.Body(new GivenBack()));
        Assert.Equal(new Progress.Releasing([Given.HeldGrant], End), next);
        Assert.Equal(new CancelGrant(Given.Pending.ContinueUri, Given.Pending.ContinueToken), Step(next).Request);
        Assert.Equal(End, Step(next).Next(Reply.Body(new GivenBack())));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(0)]
    public void A_refusal_settles_it(int status) =>
        Assert.Equal(new Progress.Releasing([Given.HeldGrant], End), Step(Releasing).Next(Reply.Refused<GivenBack>(status)));

    [Fact]
    public void Silence_and_a_broken_server_are_tried_once_more()
    {
        foreach (var answer in new[] { Reply.Lost<GivenBack>(), Reply.Refused<GivenBack>(500), Reply.Refused<GivenBack>(429) })
        {
            var again = Step(Releasing).Next(answer);
            Assert.Equal(Releasing with { Tries = 1 }, again);
            Assert.Equal(new Progress.Releasing([Given.HeldGrant], End), Step(again).Next(answer));
        }
    }

    [Fact]
    public void The_end_is_told_before_and_these_requests_may_be_repeated()
    {
        Assert.Equal(FlowStatus.Completed, FlowSummary.Of(new FlowState(Orders.OneTime, Releasing)).Status);
        Assert.False(Step(Releasing).MustNotRepeat);
    }

    private static Step<Progress>.Ask<GivenBack> Step(Progress progress) =>
        Assert.IsType<Step<Progress>.Ask<GivenBack>>(PlanMachine.Next(Orders.OneTime.NamedPlan(), progress));
}
