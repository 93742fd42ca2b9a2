using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>Answers a stage without knowing what it asks for: what can be said to any question.</summary>
internal static class Answers
{
    public static Turn Lost(Stage stage, DateTimeOffset at) => Taken(stage.Next().Lose("timed out after 20 s", at));

    public static Turn Refused(Stage stage, Refusal refusal, DateTimeOffset? at = null)
    {
        return stage.Next() switch
        {
            Step<Turn>.Ask<WalletAddress> ask => No(ask),
            Step<Turn>.Ask<GrantResponse> ask => No(ask),
            Step<Turn>.Ask<RotateTokenResponse> ask => No(ask),
            Step<Turn>.Ask<IncomingPaymentWithMethods> ask => No(ask),
            Step<Turn>.Ask<Quote> ask => No(ask),
            Step<Turn>.Ask<Secret> ask => No(ask),
            Step<Turn>.Ask<InteractionResult> ask => No(ask),
            Step<Turn>.Ask<ContinueGrantResponse> ask => No(ask),
            Step<Turn>.Ask<OutgoingPaymentWithSpentAmounts> ask => No(ask),
            Step<Turn>.Ask<ListOutgoingPaymentsResponse> ask => No(ask),
            Step<Turn>.Ask<OutgoingPayment> ask => No(ask),
            Step<Turn>.Ask<IncomingPaymentView> ask => No(ask),
            Step<Turn>.Ask<GetOutgoingPaymentGrantResponse> ask => No(ask),
            Step<Turn>.Ask<Mark> ask => No(ask),
            Step<Turn>.Ask<Elapsed> ask => No(ask),
            var step => throw new InvalidOperationException($"no question that is known here: {step}"),
        };

        Turn No<T>(Step<Turn>.Ask<T> ask) => Taken(ask.Then(new Answer<T>.Refused(refusal, at ?? Given.Noon)));
    }

    private static Turn Taken(Either<Rejection, Turn> next) => next.Match(Right: turn => turn, Left: why => throw new InvalidOperationException($"rejected: {why}"));
}
