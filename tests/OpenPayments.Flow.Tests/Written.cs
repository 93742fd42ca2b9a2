using System.Text.Json;
using OpenPayments.Generated;
using Next = LanguageExt.Either<OpenPayments.Flow.Rejection, OpenPayments.Flow.FlowState>;

namespace OpenPayments.Flow.Tests;

/// <summary>A question as text, to compare: its type and everything in it, secrets included.</summary>
internal sealed record Written(string Type, string Content)
{
    private static readonly Pen Writer = new();

    public static Written Of(FlowState state) => Flows.Next(state).Run(Writer);

    private static Written Write(object ask) => new(ask.GetType().Name, JsonSerializer.Serialize(ask, ask.GetType()));

    private sealed class Pen : IInterpreter<FlowState, Written>
    {
        public Written GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Next> next) => Write(ask);

        public Written RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Next> next) => Write(ask);

        public Written RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Next> next) => Write(ask);

        public Written RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Next> next) => Write(ask);

        public Written CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Next> next) => Write(ask);

        public Written CreateQuote(CreateQuote ask, Func<Answer<Quote>, Next> next) => Write(ask);

        public Written DrawNonce(DrawNonce ask, Func<Answer<Secret>, Next> next) => Write(ask);

        public Written AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Next> next) => Write(ask);

        public Written ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Next> next) => Write(ask);

        public Written CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Next> next) => Write(ask);

        public Written ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Next> next) => Write(ask);

        public Written GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Next> next) => Write(ask);

        public Written GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Next> next) => Write(ask);

        public Written GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Next> next) => Write(ask);

        public Written DrawMark(DrawMark ask, Func<Answer<Mark>, Next> next) => Write(ask);

        public Written Wait(Wait ask, Func<Answer<Elapsed>, Next> next) => Write(ask);

        public Written Done() => new("Done", "");
    }
}
