using LanguageExt;
using OpenPayments.Generated;
using Next = LanguageExt.Either<OpenPayments.Flow.Rejection, OpenPayments.Flow.FlowState>;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Honest wallets, an honest payer and a clock of their own: each question takes a second, and is kept. What befalls one is said beforehand.</summary>
internal sealed class Servers(IReadOnlyList<Trouble> troubles, Books books) : IInterpreter<FlowState, Next>
{
    private static readonly Refusal Inactive = new(403, "403", "Inactive Token");

    private (Secret Nonce, Secret Finish, Uri AuthServer) _interaction;
    private int _interactions;

    public DateTimeOffset Now { get; private set; } = Given.Noon;

    /// <summary>Every question, in order.</summary>
    public List<object> Asked { get; } = [];

    public Next GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Next> next) =>
        Answer(ask, next, () => Examples.Bodies.Wallet(new[] { Given.Alice, Given.Bob, Given.Carol }.Single(wallet => wallet.Id == ask.Address)));

    public Next RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Next> next) => Answer(ask, next, () => ask.Interact is { } interact
        ? Interact(ask.AuthServer, interact)
        : new GrantResponse.Granted { AccessToken = books.Issue(Now), Continue = Continue() });

    public Next RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Next> next) => Answer(ask, next, () => Interact(ask.AuthServer, ask.Interact));

    public Next RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Next> next) => Answer(ask, next, () => books.Knows(ask.Token)
        ? Yes(new RotateTokenResponse { AccessToken = books.Rotate(ask.Token, Now) })
        : new Answer<RotateTokenResponse>.Refused(new Refusal(401, "invalid_rotation"), Now));

    public Next CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Next> next) =>
        Answer(ask, next, () => With(ask.Token, () => books.Create(ask, Now)));

    public Next CreateQuote(CreateQuote ask, Func<Answer<Quote>, Next> next) => Answer(ask, next, () => With(ask.Token, () => books.Create(ask, Now)));

    public Next DrawNonce(DrawNonce ask, Func<Answer<Secret>, Next> next) => Answer(ask, next, () => new Secret($"hush-nonce-{Asked.Count}"));

    public Next AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Next> next) => Answer(ask, next, () =>
    {
        var reference = new Secret($"hush-ref-{_interactions}");
        var hash = InteractionHash.Of(_interaction.Nonce, _interaction.Finish, reference, _interaction.AuthServer.OriginalString);
        return (InteractionResult)new InteractionResult.Approved(Convert.ToBase64String(hash), reference);
    });

    public Next ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Next> next) => Answer(ask, next, () => new ContinueGrantResponse
    {
        AccessToken = Asked.OfType<RequestSubject>().Any() ? null : books.Issue(Now),
        Subject = Asked.OfType<RequestSubject>().LastOrDefault()?.Subject,
        Continue = Continue(),
    });

    public Next CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Next> next) => Answer(ask, next, () => With(ask.Token, () => books.Create(ask, Now) is { } o
        ? Yes(new OutgoingPaymentWithSpentAmounts
        {
            Id = o.Id,
            WalletAddress = o.WalletAddress,
            QuoteId = o.QuoteId,
            Receiver = o.Receiver,
            DebitAmount = o.DebitAmount,
            ReceiveAmount = o.ReceiveAmount,
            SentAmount = o.SentAmount,
            Failed = false,
            CreatedAt = o.CreatedAt,
        })
        : new Answer<OutgoingPaymentWithSpentAmounts>.Refused(new Refusal(400, "400", "invalid quote"), Now)));

    public Next ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Next> next) =>
        Answer(ask, next, () => With(ask.Token, () => Examples.Bodies.Page(null, [.. books.Outgoing.AsEnumerable().Reverse()])));

    public Next GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Next> next) => Answer(ask, next, () => With(ask.Token, () => books.Settle(ask.Id)));

    public Next GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Next> next) => Answer(ask, next, () => books.Incoming(ask.Id, Now) switch
    {
        null => new Answer<IncomingPaymentView>.Refused(new Refusal(401), Now),
        var p when ask.Token is null => Yes<IncomingPaymentView>(Examples.Bodies.Public(p.ReceivedAmount)),
        var p => With<IncomingPaymentView>(ask.Token, () => p),
    });

    public Next GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Next> next) => Answer(ask, next, () => With(ask.Token, () =>
        Examples.Bodies.Spent(Given.Euros((ulong)books.Outgoing.Sum(o => (long)o.DebitAmount.Value)), null)));

    public Next DrawMark(DrawMark ask, Func<Answer<Mark>, Next> next) => Answer(ask, next, () => new Mark($"mark-{Asked.Count}"));

    public Next Wait(Wait ask, Func<Answer<Elapsed>, Next> next)
    {
        if (ask.Until > Now) Now = ask.Until.AddSeconds(-1);
        return Answer(ask, next, () => new Elapsed());
    }

    public Next Done() => throw new InvalidOperationException("nothing is left to ask");

    private Next Answer<T>(Request<T> ask, Func<Answer<T>, Next> next, Func<T> honest) => Answer(ask, next, () => Yes(honest()));

    private Next Answer<T>(Request<T> ask, Func<Answer<T>, Next> next, Func<Answer<T>> honest)
    {
        var name = ask.GetType().Name;
        Asked.Add(ask);
        Now = Now.AddSeconds(1);
        var answer = troubles.FirstOrDefault(t => t.Question == name && t.Nth == Asked.Count(asked => asked.GetType().Name == name)) switch
        {
            null => honest(),
            Trouble.OnTheWay => new Answer<T>.Lost("connection refused", Now),
            Trouble.OnTheWayBack => honest() is var _ ? new Answer<T>.Lost("connection reset", Now) : null,
            Trouble.No t => new Answer<T>.Refused(t.Refusal, Now),
            Trouble.DoneAndDenied t => honest() is var _ ? new Answer<T>.Refused(t.Refusal, Now) : null,
            Trouble.Later t => (Now += t.Time) > Given.Noon ? honest() : null,
            Trouble.Otherwise t => Yes((T)t.Body),
            var other => throw new InvalidOperationException($"{other}"),
        };
        return next(answer!);
    }

    private Answer<T> With<T>(Secret token, Func<T> honest) => With(token, () => Yes(honest()));

    private Answer<T> With<T>(Secret token, Func<Answer<T>> honest) => books.IsAlive(token, Now) ? honest() : new Answer<T>.Refused(Inactive, Now);

    private Answer<T> Yes<T>(T body) => new Answer<T>.Body(body, Now);

    private GrantResponse.InteractionRequired Interact(Uri authServer, InteractRequest interact)
    {
        _interaction = (interact.Finish!.Nonce, new Secret($"hush-finish-{++_interactions}"), authServer);
        return new GrantResponse.InteractionRequired
        {
            Interact = new InteractResponse { Redirect = new Uri($"{authServer.OriginalString}/interact/hush-{_interactions}"), Finish = _interaction.Finish },
            Continue = Continue(),
        };
    }

    private static Continue Continue() => Examples.Bodies.Continue("https://auth.example/continue/1", "hush-continue", wait: 5);
}
