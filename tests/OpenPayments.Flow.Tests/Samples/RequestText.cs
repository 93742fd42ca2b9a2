using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>What a state waits for, as text: to compare, and to look for what must not be in it.</summary>
internal sealed class RequestText<TState> : IInterpreter<TState, RequestText<TState>.Written>
{
    public static Written Of(Step<TState> step) => step.Run(new RequestText<TState>());

    public Written GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, TState> next) => Write(ask);

    public Written RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, TState> next) => Write(ask);

    public Written RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, TState> next) => Write(ask);

    public Written RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, TState> next) => Write(ask);

    public Written RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, TState> next) => Write(ask);

    public Written CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, TState> next) => Write(ask);

    public Written CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, TState> next) => Write(ask);

    public Written CreateQuote(CreateQuote ask, Func<Answer<Quote>, TState> next) => Write(ask);

    public Written ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, TState> next) => Write(ask);

    public Written CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, TState> next) =>
        Write(ask);

    public Written ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, TState> next) => Write(ask);

    public Written GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, TState> next) => Write(ask);

    public Written GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, TState> next) => Write(ask);

    public Written GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, TState> next) => Write(ask);

    public Written Draw(Func<Secret, DateTimeOffset, TState> next) => new("Draw", "", "");

    public Written Wait(DateTimeOffset until, Func<DateTimeOffset, TState> next) => new("Wait", $"{until:O}", "");

    public Written Await(Step<TState>.Await step) => new("Await", $"{step.Until:O} {step.Redirect?.Reveal()}".Trim(), step.ToString());

    public Written Done() => new("Done", "", "");

    private static Written Write(object ask) => new(ask.GetType().Name, JsonSerializer.Serialize(ask, ask.GetType()), ask.ToString()!);

    /// <summary>A request as text.</summary>
    /// <param name="Type">Which one.</param>
    /// <param name="Content">Everything in it, secrets included.</param>
    /// <param name="Printed">What a log would show.</param>
    public sealed record Written(string Type, string Content, string Printed);
}
