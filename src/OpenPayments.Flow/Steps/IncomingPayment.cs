using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary><c>POST /incoming-payments</c>. Sent twice it leaves an orphan that expires unpaid.</summary>
/// <param name="ResourceServer">The receiver's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>incoming-payment</c> with <c>create</c>.</param>
/// <param name="Body">What to create.</param>
public sealed record CreateIncomingPayment(Uri ResourceServer, Secret Token, CreateIncomingPaymentRequest Body) : Question<IncomingPaymentWithMethods>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<IncomingPaymentWithMethods>, TState> next) =>
        interpreter.CreateIncomingPayment(this, next);
}

/// <summary>Create an incoming payment at the receiver's (guide step 3).</summary>
public static class IncomingPayments
{
    /// <summary>For this amount, or for whatever comes.</summary>
    /// <param name="grant">Of <see cref="Grants.ForIncomingPayments"/>.</param>
    /// <param name="receiver">Who is paid.</param>
    /// <param name="amount">What is to arrive, in the receiver's asset; null where the amount is fixed elsewhere.</param>
    /// <param name="metadata">A JSON object as text; null for none.</param>
    public static Plan<Incoming> Create(Grant grant, Wallet receiver, Amount? amount, string? metadata) =>
        new StepPlan<Incoming>(new CreatingIncomingPayment(receiver, grant, amount, null, metadata));

    /// <summary>
    /// The same, until a point in time: a payment to it that is still under way then is refused, so that it can be known not to have
    /// been made.
    /// </summary>
    public static Plan<Incoming> CreateUntil(DateTimeOffset expiresAt, Grant grant, Wallet receiver, Amount? amount, string? metadata) =>
        new StepPlan<Incoming>(new CreatingIncomingPayment(receiver, grant, amount, expiresAt, metadata));
}

/// <summary>An incoming payment is to be created.</summary>
public sealed record CreatingIncomingPayment(Wallet Receiver, Grant Grant, Amount? Amount, DateTimeOffset? ExpiresAt, string? Metadata) : Stage
{
    internal override string Step => "incoming-payment";

    internal override EntrySubject Subject => new(Step, Receiver.Id.OriginalString, Text.Join(
        Amount is { } amount ? Text.Of(amount) : null, ExpiresAt is { } end ? $"until {Text.Of(end)}" : null, Text.Fingerprint("metadata", Metadata)));

    internal override Token? Token => Grant.Token;

    internal override Step<Transition> Next() => Usual.Ask(this, new CreateIncomingPayment(Receiver.ResourceServer, Grant.Token.Value, Body()), (created, at) =>
        WhyNot(created) is { } difference
            ? Transition.Stop(Contradiction.Of(this, "incoming payment", difference), at)
            : new Transition.Found(new Incoming(created.Id, Receiver, Amount, Lifetimes.EndOf(created.CreatedAt, created.ExpiresAt, at), Grant.Token)));

    internal override Stage Renew(Token old, Token fresh) => this with { Grant = (Grant)Grant.Renew(old, fresh) };

    private string? WhyNot(IncomingPaymentWithMethods created) => Contradiction.First(
        Contradiction.Id(created.Id),
        Contradiction.Url("walletAddress", created.WalletAddress, Receiver.Id),
        Contradiction.Amount("incomingAmount", created.IncomingAmount, Amount),
        Contradiction.Asset("receivedAmount", created.ReceivedAmount, Receiver.AssetCode, Receiver.AssetScale));

    private CreateIncomingPaymentRequest Body() => new()
    {
        WalletAddress = Receiver.Id,
        IncomingAmount = Amount,
        ExpiresAt = ExpiresAt,
        Metadata = JsonObjects.Read(Metadata),
    };
}

/// <summary>The incoming payment at the receiver's.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="Receiver">Whose it is.</param>
/// <param name="Amount">What it is for; null for one that takes what comes.</param>
/// <param name="ExpiresAt">From when, by our clock, it takes nothing more; null where the server does not say.</param>
/// <param name="Token">The token that created it, which also reads it.</param>
public sealed record Incoming(Uri Id, Wallet Receiver, Amount? Amount, DateTimeOffset? ExpiresAt, Token Token) : Finding
{
    internal override Finding Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}
