using System.Text.Json;
using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Writes a question down: its type and its content, to compare and to look for what must not be in it.</summary>
public sealed class Questions : IInterpreter<FlowState, Questions.Written>
{
    private static readonly Questions Writer = new();

    public static Written Of(FlowState state) => Flows.Next(state).Run(Writer);

    public Written GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written DrawMark(DrawMark ask, Func<Answer<Mark>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, FlowState>> next) => Write(ask);

    public Written Done() => new("Done", "", "");

    private static Written Write(object ask) => new(ask.GetType().Name, JsonSerializer.Serialize(ask, ask.GetType()), ask.ToString()!);

    /// <summary>A question as text.</summary>
    /// <param name="Type">Which one.</param>
    /// <param name="Content">Everything in it, secrets included.</param>
    /// <param name="Printed">What a log would show.</param>
    public sealed record Written(string Type, string Content, string Printed);
}
