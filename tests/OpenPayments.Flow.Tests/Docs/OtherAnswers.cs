using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>The answers that the diagrams show beside the honest ones.</summary>
internal static class OtherAnswers
{
    public const string Declined = "declined";

    private const string Refused = "refused", RanOut = "quote ran out";

    public static IEnumerable<(string Answer, FlowState Next, DateTimeOffset At)> To(FlowState state, DateTimeOffset at)
    {
        if (state.Progress is not Progress.Asking { Stage: var stage } asking) return [];
        return stage switch
        {
            ReadingWalletAddress => [No<WalletAddress>(Refused, 404)],
            RequestingGrant or RequestingConsent => [No<GrantResponse>(Refused, 400)],
            CreatingIncomingPayment => [No<IncomingPaymentWithMethods>(Refused, 400)],
            CreatingQuote => [No<Quote>(Refused, 400)],
            DrawingNonce => [(RanOut, ((Step<FlowState>.Draw)Flows.Next(state)).Next(Given.Pending.Nonce, at.AddMinutes(6)),
                at.AddMinutes(6))],
            AwaitingReturn s =>
            [
                (Declined, Flows.Return(state, new InteractionResult.Declined("grant_rejected"), at).IfLeft(state), at),
                ("nobody came back", ((Step<FlowState>.Await)Flows.Next(state)).TimedOut(s.Grant.Until), s.Grant.Until),
            ],
            ContinuingGrant s =>
            [
                Reply("token lost", Tests.Reply.Refused<ContinueGrantResponse>(401, at: at), s with { Doubt = true }),
                Yes(RanOut, Bodies.Continued("outgoing"), at.AddMinutes(6)),
                No<ContinueGrantResponse>(Refused, 401),
            ],
            CreatingOutgoingPayment s =>
            [
                Reply("answer lost", Tests.Reply.Lost<OutgoingPaymentWithSpentAmounts>(at), stage),
                .. s.Intent.Quote is null ? [] : new[] { No<OutgoingPaymentWithSpentAmounts>("invalid quote", 400, "invalid quote") },
                No<OutgoingPaymentWithSpentAmounts>("limit exceeded", 403, "unauthorized"),
                Reply("token dead for good", Tests.Reply.Refused<OutgoingPaymentWithSpentAmounts>(403, at: at),
                    stage with { Renewed = true }),
            ],
            SearchingOutgoingPayment s => Searching(s),
            AskingReceiver s => Asking(s),
            FollowingOutgoingPayment s => [Yes("not sent for a day", Payment(s.Outgoing.Intent, s.Outgoing.Id!), s.Outgoing.FollowUntil)],
            ConfirmingArrival s =>
            [
                Yes<IncomingPaymentView>("not all yet", Shown(s.Incoming, 1), at),
                Yes<IncomingPaymentView>("closed early", Shown(s.Incoming, 1) with { Completed = true }, at),
                Reply("failed, and nothing arrived", Tests.Reply.Body<IncomingPaymentView>(Shown(s.Incoming, 0), at),
                    s with { Failed = true }),
            ],
            ReadingSpentAmounts => [No<GetOutgoingPaymentGrantResponse>(Refused, 404)],
            Pausing or AwaitingOrder or RenewingToken => [],
            _ => throw new InvalidOperationException($"{stage}"),
        };

        (string, FlowState, DateTimeOffset)[] Searching(SearchingOutgoingPayment s)
        {
            var late = s.Intent.Quote?.CertainUntil ?? at;
            return
            [
                Yes("found", Bodies.Page(null, Payment(s.Intent, Given.Outgoing.Id!)), at),
                .. s.Doubt.MayResend ? new[] { Yes("not there, and the quote lives", Bodies.Page(null), at) } : [],
                Yes("not there", Bodies.Page(null), late),
            ];
        }

        (string, FlowState, DateTimeOffset)[] Asking(AskingReceiver s)
        {
            var ended = s.Intent.Incoming.ExpiresAt!.Value.AddMinutes(1);
            return
            [
                Yes<IncomingPaymentView>("money arrived", Shown(s.Intent.Incoming, 1), at),
                Yes<IncomingPaymentView>("nothing yet", Shown(s.Intent.Incoming, 0), at),
                Reply("nothing, and nothing can come", Tests.Reply.Body<IncomingPaymentView>(Shown(s.Intent.Incoming, 0), ended),
                    s with { Doubt = s.Doubt with { Since = ended, Listed = true } }),
                Reply("no word for a day", Tests.Reply.Lost<IncomingPaymentView>(s.Doubt.Since.AddDays(1)), s),
            ];
        }

        (string, FlowState, DateTimeOffset) No<T>(string words, int status, string? description = null) =>
            Reply(words, Tests.Reply.Refused<T>(status, description: description, at: at), stage);

        (string, FlowState, DateTimeOffset) Yes<T>(string words, T body, DateTimeOffset when) =>
            Reply(words, Tests.Reply.Body(body, when), stage);

        (string, FlowState, DateTimeOffset) Reply<T>(string words, Answer<T> answer, Stage at) =>
            (words, (state with { Progress = asking with { Stage = at } }).After(answer), answer.At);
    }

    private static OutgoingPayment Payment(Intent intent, Uri id) => Bodies.Outgoing(0) with
    {
        Id = id,
        QuoteId = intent.Quote?.Id,
        Receiver = intent.Incoming.Id,
        DebitAmount = intent.Debit,
        ReceiveAmount = intent.Receive ?? Given.Dollars(1),
    };

    private static IncomingPaymentWithMethods Shown(Incoming incoming, ulong received) =>
        Bodies.Incoming(incoming.Amount, Given.Dollars(received)) with
        {
            Id = incoming.Id,
            WalletAddress = incoming.Receiver.Id,
        };
}
