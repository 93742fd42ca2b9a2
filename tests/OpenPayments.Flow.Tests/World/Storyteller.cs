using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Answers one question the way that fate has it.</summary>
public sealed class Storyteller(Payment state, Act act, Setting setting, Clock clock, Secrets secrets, AuthServers auth, ResourceServers resources) : IInterpreter<Payment, Turn>
{
    public static WalletAddress Alice { get; } = Wallet("https://cloudnine.example/alice", "https://auth.cloudnine.example/tenant", "https://cloudnine.example/tenant", "EUR", 3);

    public static WalletAddress Bob { get; } = Wallet("https://happylife.example/bob", "https://auth.happylife.example/tenant", "https://happylife.example/tenant", "USD", 2);

    public Turn GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, Payment>> next) =>
        Answer(ask, next, () => Body(ask.Address == Alice.Id ? Alice : Bob));

    public Turn RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, Payment>> next) => Answer(ask, next, () => auth.Grant(ask), ask.Interact?.Finish?.Nonce);

    public Turn CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, Payment>> next) =>
        Answer(ask, next, () => resources.Create(ask), ask.Token);

    public Turn CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, Payment>> next) => Answer(ask, next, () => resources.Create(ask), ask.Token);

    public Turn DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, Payment>> next) => Answer(ask, next, () => Body(secrets.Make("nonce")));

    public Turn AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, Payment>> next) =>
        Answer(ask, next, () => new Visitors(act, clock, secrets, auth).Answer(ask));

    public Turn ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, Payment>> next) => Answer(ask, next, () => auth.Continue(ask), ask.Token);

    public Turn CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, Payment>> next) =>
        Answer(ask, next, () => resources.Create(ask), ask.Token);

    public Turn ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, Payment>> next) =>
        Answer(ask, next, () => resources.List(ask), ask.Token);

    public Turn GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, Payment>> next) => Answer(ask, next, () => resources.Get(ask), ask.Token);

    public Turn GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, Payment>> next) => Answer(ask, next, () => resources.Get(ask), ask.Token);

    public Turn Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, Payment>> next) => Answer(ask, next, () =>
    {
        if (act.Fate == Fate.Honest) clock.PassTo(ask.Until);
        return Body(new Elapsed());
    });

    public Turn Done() => new("nothing", null, null, clock.Now);

    private Turn Answer<T>(Request<T> ask, Func<Answer<T>, Either<Rejection, Payment>> next, Func<Answer<T>> serve, Secret? sent = null)
    {
        clock.Pass(act.Fate == Fate.Delayed ? 1 : 1 + act.Seconds);
        return act.Fate switch
        {
            Fate.Honest => Go(serve()),
            Fate.Refused => Go(Refuse()),
            Fate.LostBefore => Go(Lost("timed out")),
            Fate.LostAfter => After(() => Go(Lost("timed out"))),
            Fate.Delayed => Delay(),
            Fate.Doubled => After(() => Go(serve())),
            Fate.Garbled => After(() => Go(Refuse())),
            Fate.Killed => After(Restart),
            Fate.KilledBefore => Restart(),
            _ => throw new InvalidOperationException(),
        };

        Turn Go(Answer<T> answer) => next(answer).Match(Right: to => Turned(to, null), Left: no => Turned(null, no));
        Turn Turned(Payment? to, Rejection? no) => new(ask.GetType().Name, to, no, clock.Now);
        Turn After(Func<Turn> then)
        {
            serve();
            return then();
        }
        Turn Delay()
        {
            clock.Later(act.Seconds, () => serve());
            return Go(Lost("connection reset"));
        }
        // as a host does it: what is harmless is asked again, of the rest it is not known whether it happened
        Turn Restart() => ask.Harmless ? Turned(PaymentJson.Read(PaymentJson.Write(state)), null) : Go(Lost("the host was stopped"));
        Answer<T> Lost(string why) => new Answer<T>.Lost(why, clock.Now);
        Answer<T> Refuse() => new Answer<T>.Refused(new Refusal(act.Status, act.Code, setting.Echoes && sent is not null ? $"no: {sent.Reveal()}" : "invalid quote"), clock.Now);
    }

    private Answer<T> Body<T>(T value) => new Answer<T>.Body(value, clock.Now);

    private static WalletAddress Wallet(string id, string auth, string resource, string code, int scale) =>
        new() { Id = new Uri(id), AuthServer = new Uri(auth), ResourceServer = new Uri(resource), AssetCode = code, AssetScale = scale };
}

/// <summary>What one question led to: another state, or a rejection of its answer.</summary>
public sealed record Turn(string Question, Payment? To, Rejection? Rejected, DateTimeOffset At);
