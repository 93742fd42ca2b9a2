using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using BenchmarkDotNet.Attributes;
using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Benchmarks;

/// <summary>The core alone: every step of a payment, from the state to the question and from the answer to the next state.</summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private const int Steps = 13;
    private static readonly FlowState First = (FlowState)Flows.Start(Canned.Order);
    private readonly Canned _answers = new();

    /// <summary>One step on the average of a whole payment, the hash of the interaction included.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public FlowState NextAndApply()
    {
        var payment = First;
        for (var step = 0; step < Steps; step++)
        {
            payment = Flows.Next(payment).Run(_answers) ?? (FlowState)Flows.Return(payment, Canned.Approved, Canned.At);
        }
        return payment.Progress is Progress.Releasing { Next: Progress.Completed } ? payment : throw new InvalidOperationException($"After {Steps} steps the payment is {payment.Progress.GetType().Name}.");
    }

    /// <summary>What a state costs to be written down and taken up again.</summary>
    [Benchmark]
    public FlowState WriteAndRead() => FlowJson.Read(FlowJson.Write(First));
}

/// <summary>Answers every question with the same success.</summary>
internal sealed class Canned : IInterpreter<FlowState, FlowState?>
{
    public static readonly DateTimeOffset At = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    private static readonly Uri Auth = new("https://auth.cloudnine.example/tenant");
    private static readonly Uri Resources = new("https://cloudnine.example/tenant");
    private static readonly Uri IncomingId = new("https://happylife.example/tenant/incoming-payments/1");
    private static readonly Uri QuoteId = new("https://cloudnine.example/tenant/quotes/1");
    private static readonly Uri OutgoingId = new("https://cloudnine.example/tenant/outgoing-payments/1");
    private static readonly Amount Ten = new() { Value = 1000, AssetCode = "USD", AssetScale = 2 };
    private static readonly Amount Debit = Ten with { Value = 1030 };
    private static readonly Secret Nonce = new("b1dPQ0xzLXR3by10aHJlZQ");
    private static readonly Secret Finish = new("D8E3BE70835704EB");
    private static readonly Secret Reference = new("71fc0013-929c-44b7-9e1f-588aef854858");
    private static readonly string Hash = Convert.ToBase64String(InteractionHash.Of(Nonce, Finish, Reference, Auth.OriginalString));

    public static readonly OneTimePayment Order = new(
        new Uri("https://cloudnine.example/alice"), new Uri("https://happylife.example/bob"), Ten, new Uri("https://shop.example/payments/1/finish"));

    private static readonly Answer<WalletAddress> Sender = Wallet(Order.Sender);
    private static readonly Answer<WalletAddress> Receiver = Wallet(Order.Receiver);
    private static readonly AccessToken Token = new() { Value = new Secret("token"), Manage = new Uri("https://auth.cloudnine.example/token/1"), Access = [] };
    private static readonly Continue Continuation = new() { AccessToken = new ContinueAccessToken { Value = new Secret("continue") }, Uri = new Uri("https://auth.cloudnine.example/continue/1") };
    private static readonly Answer<GrantResponse> Granted = Body<GrantResponse>(new GrantResponse.Granted { AccessToken = Token, Continue = Continuation });

    private static readonly Answer<GrantResponse> Pending = Body<GrantResponse>(new GrantResponse.InteractionRequired
    {
        Interact = new InteractResponse { Redirect = new Uri("https://auth.cloudnine.example/interact/1"), Finish = Finish },
        Continue = Continuation,
    });

    private static readonly IncomingPaymentWithMethods Payable = new()
    {
        Id = IncomingId,
        WalletAddress = Order.Receiver,
        Completed = false,
        IncomingAmount = Ten,
        ReceivedAmount = Ten with { Value = 0 },
        CreatedAt = At,
        Methods = [],
    };

    private static readonly Answer<Quote> Quoted = Body(new Quote
    {
        Id = QuoteId,
        WalletAddress = Order.Sender,
        Receiver = IncomingId,
        ReceiveAmount = Ten,
        DebitAmount = Debit,
        Method = PaymentMethod.Ilp,
        CreatedAt = At,
    });

    private static readonly Answer<OutgoingPaymentWithSpentAmounts> Created = Body(new OutgoingPaymentWithSpentAmounts
    {
        Id = OutgoingId,
        WalletAddress = Order.Sender,
        QuoteId = QuoteId,
        Receiver = IncomingId,
        ReceiveAmount = Ten,
        DebitAmount = Debit,
        SentAmount = Ten with { Value = 0 },
        CreatedAt = At,
    });

    private static readonly Answer<OutgoingPayment> Sent = Body(new OutgoingPayment
    {
        Id = OutgoingId,
        WalletAddress = Order.Sender,
        QuoteId = QuoteId,
        Receiver = IncomingId,
        ReceiveAmount = Ten,
        DebitAmount = Debit,
        SentAmount = Ten,
        CreatedAt = At,
    });

    private static readonly Answer<IncomingPaymentWithMethods> Incoming = Body(Payable);
    private static readonly Answer<IncomingPaymentView> Arrived = Body<IncomingPaymentView>(Payable with { Completed = true, ReceivedAmount = Ten });
    private static readonly Answer<GivenBack> Back = Body(new GivenBack());
    public static readonly InteractionResult Approved = new InteractionResult.Approved(Hash, Reference);
    private static readonly Answer<ContinueGrantResponse> Continued = Body(new ContinueGrantResponse { AccessToken = Token, Continue = Continuation });
    private static readonly Answer<ListOutgoingPaymentsResponse> NoneListed = Body(new ListOutgoingPaymentsResponse { Result = [] });
    private static readonly Answer<RotateTokenResponse> Rotated = Body(new RotateTokenResponse { AccessToken = Token });
    private static readonly Answer<GetOutgoingPaymentGrantResponse> Spent = Body(new GetOutgoingPaymentGrantResponse { SpentDebitAmount = Debit, SpentReceiveAmount = Ten });

    public FlowState? GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, FlowState> next) => next(ask.Address == Order.Sender ? Sender : Receiver);
    public FlowState? RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, FlowState> next) => next(ask.Interact is null ? Granted : Pending);
    public FlowState? RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, FlowState> next) => next(Pending);
    public FlowState? RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, FlowState> next) => next(Rotated);
    public FlowState? CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, FlowState> next) => next(Incoming);
    public FlowState? CreateQuote(CreateQuote ask, Func<Answer<Quote>, FlowState> next) => next(Quoted);
    public FlowState? Draw(Func<Secret, DateTimeOffset, FlowState> next) => next(Nonce, At);
    public FlowState? Await(Step<FlowState>.Await step) => null;
    public FlowState? ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, FlowState> next) => next(Continued);
    public FlowState? CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, FlowState> next) => next(Created);
    public FlowState? ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, FlowState> next) => next(NoneListed);
    public FlowState? GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, FlowState> next) => next(Sent);
    public FlowState? GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, FlowState> next) => next(Arrived);
    public FlowState? GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, FlowState> next) => next(Spent);
    public FlowState? RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, FlowState> next) => next(Back);
    public FlowState? CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, FlowState> next) => next(Back);
    public FlowState? Wait(DateTimeOffset until, Func<DateTimeOffset, FlowState> next) => next(until);
    public FlowState? Done() => null;

    private static Answer<WalletAddress> Wallet(Uri id) =>
        Body(new WalletAddress { Id = id, AssetCode = "USD", AssetScale = 2, AuthServer = Auth, ResourceServer = Resources });

    private static Answer<T> Body<T>(T value) => new Answer<T>.Body(value, At);
}
