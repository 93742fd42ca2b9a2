using Xunit;
using static OpenPayments.Flow.Tests.Guides.OnePayment;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>The table of what the reference server guarantees, its rows about grants, tokens and keys.</summary>
public sealed class TokenTableTests
{
    private const string Guide = "W W Gi I Gq Q Go <> C O";

    [Fact]
    public void A_continuation_gives_its_token_once_so_the_same_request_tells_and_then_consent_is_asked_for_again()
    {
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C C Go <> C O", Unanswered<ContinueGrant>());
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C C O", Lost<ContinueGrant>());
    }

    [Fact]
    public void A_grant_is_not_continued_before_its_wait_is_over_and_too_fast_is_waited_for()
    {
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C C O", Refused<ContinueGrant>(400, "too_fast"));
        var asked = run.Times[run.States.ToList().FindIndex(state => state.Progress is Progress.Asking { Stage: AwaitingReturn })];
        Assert.Equal(asked.AddSeconds(5), run.Waits[0]);
        Assert.Equal(TimeSpan.FromSeconds(6), run.Waits[1] - run.Waits[0]);
    }

    [Fact]
    public void An_interaction_that_expired_ends_the_flow_with_nothing_paid()
    {
        Assert.IsType<Progress.Completed>(Run.Of(Orders.OneTime, SlowPayer(TimeSpan.FromMinutes(10))).End);
        var gone = Run.Of(Orders.OneTime, NobodyComes());
        Assert.Equal(Reason.Codes.ConsentExpired, Assert.IsType<Progress.Failed>(gone.End).Reason.Code);
        Assert.Empty(gone.Records.Outgoing);
    }

    [Theory]
    [InlineData(403, "Inactive Token")]
    [InlineData(401, "Invalid Token")]
    public void A_token_that_expired_or_was_rotated_is_rotated_once_and_the_call_made_again(int status, string words) =>
        PaysOnce(Orders.OneTime, "W W Gi I R I Gq Q Go <> C O", Refused<CreateIncomingPayment>(status, $"{status}", words));

    [Fact]
    public void A_token_that_was_revoked_means_a_new_grant_or_asking_the_payer_again()
    {
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q R Gq Q Go <> C O", Refused<CreateQuote>(403, "403", "Inactive Token"),
            Refused<RotateToken>(401, "invalid_rotation"));
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O R O Q Go <> C O",
            Refused<CreateOutgoingPayment>(403, "403", "Inactive Token"), Refused<RotateToken>(401, "invalid_rotation"),
                Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", nth: 2));
        Assert.Equal(Reason.Codes.ConsentLost,
            FlowSummary.Of(run.States.Last(state => state.Progress is Progress.Asking { Stage: AwaitingReturn })).Reason?.Code);
    }

    [Fact]
    public void A_grants_limit_that_is_exceeded_is_told_apart_from_a_dead_token()
    {
        var run = Run.Of(Orders.OneTime, Refused<CreateOutgoingPayment>(403, "403", "unauthorized"));
        Assert.Equal((Guide, Reason.Codes.LimitExceeded), (run.Guide, run.Summary.Reason?.Code));
    }

    [Fact]
    public void Of_two_rotations_one_wins_and_where_the_answer_to_it_was_lost_a_new_grant_is_requested() =>
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q R R Gq Q Go <> C O", Refused<CreateQuote>(403, "403", "Inactive Token"),
            Unanswered<RotateToken>());

    [Fact]
    public void An_unknown_key_is_about_the_key_and_not_about_the_token()
    {
        var run = Run.Of(Orders.OneTime, Refused<CreateQuote>(401, "401", Reply.UnknownKey));
        Assert.Equal(("W W Gi I Gq Q", Reason.Codes.KeyNotAccepted), (run.Guide, run.Summary.Reason?.Code));
    }

    [Fact]
    public void An_unknown_id_is_a_401_which_is_taken_for_a_dead_token_once_and_then_believed()
    {
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O R", Refused<GetOutgoingPayment>(401),
            Refused<GetOutgoingPayment>(401, nth: 2));
        Assert.Equal(2, run.Requests<GetOutgoingPayment>().Count);
    }
}
