using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>Answers one question the way that fate has it.</summary>
public sealed class Storyteller(FlowState state, Act act, Universe all) : IInterpreter<FlowState, Happening>
{
    private readonly Clock _clock = all.Clock;

    public Happening GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => Body(Holders.At(ask.Address)));

    public Happening RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Auth.Grant(ask), ask.Interact?.Finish?.Nonce);

    public Happening RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Auth.Grant(ask), ask.Interact.Finish?.Nonce);

    public Happening RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Auth.Rotate(ask), ask.Token);

    public Happening CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, FlowState>> next) =>
        Answer(ask, next, () => all.Receiving.Create(Twist.Of(act, ask)), ask.Token);

    public Happening CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => Twist.Of(act, all.Sending.Create(ask)), ask.Token);

    public Happening DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => Body(all.Secrets.Make("nonce")));

    public Happening DrawMark(DrawMark ask, Func<Answer<Mark>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => Body(new Mark($"mark-{all.Ledger.Incoming.Count}")));

    public Happening AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, FlowState>> next) =>
        Answer(ask, next, () => new Visitors(act, _clock, all.Secrets, all.Auth).Answer(ask));

    public Happening ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, FlowState>> next) => Answer(ask, next, () =>
    {
        all.Auth.Interactions.ForEach(interaction => Twist.Of(act, interaction));
        return all.Auth.Continue(ask);
    }, ask.Token);

    public Happening CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, FlowState>> next) =>
        Answer(ask, next, () => all.Sending.Create(ask), ask.Token);

    public Happening ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Sending.List(ask), ask.Token);

    public Happening GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Sending.Get(ask), ask.Token);

    public Happening GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Receiving.Get(ask), ask.Token);

    public Happening GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Either<Rejection, FlowState>> next) => Answer(ask, next, () => all.Sending.Spent(ask), ask.Token);

    public Happening Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, FlowState>> next) => Answer(ask, next, () =>
    {
        if (act.Fate == Fate.Honest) _clock.PassTo(ask.Until);
        return Body(new Elapsed());
    });

    public Happening Done() => new("nothing", "", null, null, _clock.Now);

    private Happening Answer<T>(Request<T> ask, Func<Answer<T>, Either<Rejection, FlowState>> next, Func<Answer<T>> serve, Secret? sent = null)
    {
        _clock.Pass(act.Fate == Fate.Delayed ? 1 : 1 + act.Seconds);
        if (act.Fate == Fate.Expired && sent is not null) all.Vault.Expire(sent);
        if (act.Fate == Fate.Seized && sent is not null) all.Vault.Kill(sent);
        return act.Fate switch
        {
            Fate.Honest or Fate.Expired or Fate.Seized or Fate.Twisted => Go(serve()),
            Fate.Refused => Go(Refuse()),
            Fate.LostBefore => Go(Lost("timed out")),
            Fate.LostAfter => After(() => Go(Lost("timed out"))),
            Fate.Delayed => Delay(),
            // nothing on the way doubles what is sent once; a server that protects itself is shown that it may be
            Fate.Doubled => ask is CreateOutgoingPayment { Body: CreateOutgoingPaymentRequest.WithIncomingPayment } ? Go(serve()) : After(() => Go(serve())),
            Fate.Garbled => After(() => Go(Refuse())),
            Fate.Killed => After(Restart),
            Fate.KilledBefore => Restart(),
            _ => throw new InvalidOperationException(),
        };

        Happening Go(Answer<T> answer) => next(answer).Match(Right: to => Turned(Kind(answer), to, null), Left: no => Turned("Rejected", null, no));
        Happening Turned(string kind, FlowState? to, Rejection? no) => new(ask.GetType().Name, kind, to, no, _clock.Now);
        Happening After(Func<Happening> then)
        {
            serve();
            return then();
        }
        Happening Delay()
        {
            _clock.Later(act.Seconds, () => serve());
            return Go(Lost("connection reset"));
        }
        // as a host does it: what is harmless is asked again, of the rest it is not known whether it happened
        Happening Restart() => ask.Harmless ? Turned("Restart", FlowJson.Read(FlowJson.Write(state)), null) : Go(Lost("the host was stopped"));
        Answer<T> Lost(string why) => new Answer<T>.Lost(why, _clock.Now);
        Answer<T> Refuse() => new Answer<T>.Refused(new Refusal(act.Status, act.Code, all.Setting.Echoes && sent is not null ? $"no: {sent.Reveal()}" : act.Words, RetryAfter()), _clock.Now);
        TimeSpan? RetryAfter() => act is { Status: 429 or 503, Seconds: > 0 } ? TimeSpan.FromSeconds(act.Seconds) : null;
    }

    private static string Kind<T>(Answer<T> answer) => answer is Answer<T>.Body ? "Body" : answer is Answer<T>.Refused ? "Refused" : "Lost";

    private Answer<T> Body<T>(T value) => new Answer<T>.Body(value, _clock.Now);
}
