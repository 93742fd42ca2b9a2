using BenchmarkDotNet.Attributes;
using LanguageExt;
using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Benchmarks;

/// <summary>The core alone: every step of a payment, from the state to the question and from the answer to the next state.</summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private const int Steps = 13;
    private static readonly Payment First = (Payment)PaymentFlow.Start(Canned.Order);
    private readonly Canned _answers = new();

    /// <summary>One step on the average of a whole payment, the hash of the interaction included.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public Payment NextAndApply()
    {
        var payment = First;
        for (var step = 0; step < Steps; step++) payment = PaymentFlow.Next(payment).Run(_answers) ?? throw new InvalidOperationException("The payment ended early.");
        return payment is Payment.Completed ? payment : throw new InvalidOperationException($"After {Steps} steps the payment is {payment.GetType().Name}.");
    }

    /// <summary>What a state costs to be written down and taken up again.</summary>
    [Benchmark]
    public Payment WriteAndRead() => PaymentJson.Read(PaymentJson.Write(First));
}

/// <summary>Answers every question with the same success.</summary>
internal sealed class Canned : IInterpreter<Payment, Payment?>
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
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

    public static readonly PaymentOrder Order = new(
        new Uri("https://cloudnine.example/alice"), new Uri("https://happylife.example/bob"), Ten, new Uri("https://shop.example/payments/1/finish"));

    private static readonly Answer<WalletAddress> Wallet = Body(new WalletAddress { Id = Order.Sender, AssetCode = "USD", AssetScale = 2, AuthServer = Auth, ResourceServer = Resources });
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
    private static readonly Answer<Secret> Drawn = Body(Nonce);
    private static readonly Answer<InteractionResult> Approved = Body<InteractionResult>(new InteractionResult.Approved(Hash, Reference));
    private static readonly Answer<ContinueGrantResponse> Continued = Body(new ContinueGrantResponse { AccessToken = Token, Continue = Continuation });
    private static readonly Answer<ListOutgoingPaymentsResponse> NoneListed = Body(new ListOutgoingPaymentsResponse { Result = [] });
    private static readonly Answer<Elapsed> Later = Body(new Elapsed());

    public Payment? GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, Payment>> next) => (Payment)next(Wallet);
    public Payment? RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, Payment>> next) => (Payment)next(ask.Interact is null ? Granted : Pending);
    public Payment? CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, Payment>> next) => (Payment)next(Incoming);
    public Payment? CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, Payment>> next) => (Payment)next(Quoted);
    public Payment? DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, Payment>> next) => (Payment)next(Drawn);
    public Payment? AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, Payment>> next) => (Payment)next(Approved);
    public Payment? ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, Payment>> next) => (Payment)next(Continued);
    public Payment? CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, Payment>> next) => (Payment)next(Created);
    public Payment? ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, Payment>> next) => (Payment)next(NoneListed);
    public Payment? GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, Payment>> next) => (Payment)next(Sent);
    public Payment? GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, Payment>> next) => (Payment)next(Arrived);
    public Payment? Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, Payment>> next) => (Payment)next(Later);
    public Payment? Done() => null;

    private static Answer<T> Body<T>(T value) => new Answer<T>.Body(value, At);
}
