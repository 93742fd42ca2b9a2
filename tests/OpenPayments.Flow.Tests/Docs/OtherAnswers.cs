using OpenPayments.Flow.Tests.Examples;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>The answers that the diagrams show beside the honest ones.</summary>
internal static class OtherAnswers
{
    public const string Declined = "declined";

    private const string Refused = "refused", RanOut = "quote ran out", Lost = "answer lost";

    public static IEnumerable<(string Answer, FlowState Next, DateTimeOffset At)> To(FlowState state, DateTimeOffset at)
    {
        if (state.Progress is not Progress.Asking { Stage: var stage } asking) return [];
        return stage switch
        {
            Discovering => [No<WalletAddress>(404)],
            Granting => [No<GrantResponse>(400)],
            CreatingIncoming => [No<IncomingPaymentWithMethods>(400)],
            Quoting => [No<Quote>(400)],
            Consenting.DrawingNonce => [Yes(RanOut, Given.Pending.Nonce, at.AddMinutes(6))],
            Consenting.Seeking => [No<GrantResponse>(400)],
            Consenting.Awaiting s =>
            [
                Yes<InteractionResult>(Declined, new InteractionResult.Declined("grant_rejected"), at),
                Yes<InteractionResult>("nobody came back", new InteractionResult.NoReturn(), s.Grant.Until),
            ],
            Consenting.Continuing => [Silence<ContinueGrantResponse>(), Yes(RanOut, Bodies.Continued("outgoing"), at.AddMinutes(6)), No<ContinueGrantResponse>(401)],
            Paying.Marking => [],
            Paying.Creating =>
            [
                Silence<OutgoingPaymentWithSpentAmounts>(),
                Said("invalid quote", Tests.Said.No<OutgoingPaymentWithSpentAmounts>(400, at: at), state),
                Said("limit exceeded", Tests.Said.No<OutgoingPaymentWithSpentAmounts>(403, description: "unauthorized", at: at), state),
                Said("token dead for good", Tests.Said.No<OutgoingPaymentWithSpentAmounts>(403, at: at), state with { Progress = asking with { Stage = stage with { Renewed = true } } }),
            ],
            Paying.Looking s =>
            [
                Yes("found", Bodies.Page(null, Found(s.Intent)), at), Yes("not there", Bodies.Page(null), at),
                Yes("not there, and too late to come", Bodies.Page(null), (s.Intent.DeadAt ?? at).AddMinutes(1)), Said("cannot be looked for", Tests.Said.No<ListOutgoingPaymentsResponse>(404, at: at), state),
            ],
            Settling.Following s => [Yes("failed", Bodies.Outgoing(0, failed: true), at), Yes("not sent for a day", Bodies.Outgoing(0), s.Made.FollowUntil)],
            Settling.Confirming s => [Yes<IncomingPaymentView>("closed early", Bodies.Incoming(s.Incoming.Amount, (s.Incoming.Amount ?? s.Made.Receive) with { Value = 1 }, completed: true), at)],
            ReadingSpent => [No<GetOutgoingPaymentGrantResponse>(404)],
            Pausing => [],
            _ => throw new InvalidOperationException($"{stage}"),
        };

        (string, FlowState, DateTimeOffset) No<T>(int status) => Said(Refused, Tests.Said.No<T>(status, at: at), state);
        (string, FlowState, DateTimeOffset) Silence<T>() => Said(Lost, Tests.Said.Silence<T>(at), state);
        (string, FlowState, DateTimeOffset) Yes<T>(string answer, T body, DateTimeOffset when) => Said(answer, Tests.Said.Yes(body, when), state);
    }

    private static (string, FlowState, DateTimeOffset) Said<T>(string words, Answer<T> answer, FlowState state) => (words, state.After(answer), answer.At);

    private static OutgoingPayment Found(Intent intent) => Bodies.Outgoing(0) with { QuoteId = intent.Quote, Receiver = intent.Incoming };
}
