using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>
/// Honest wallets, an honest payer and a clock of their own: each request takes a second, and is written down. What happens to one is
/// scripted.
/// </summary>
/// <typeparam name="TState">The states that are carried on.</typeparam>
internal sealed class Servers<TState>(IReadOnlyList<Scripted> script, Records records) : IInterpreter<TState, TState>
{
    private static readonly Refusal Inactive = new(403, "403", "Inactive Token");

    private readonly List<string> _names = [];
    private (Secret Nonce, Secret Finish, Uri AuthServer) _interaction;
    private int _interactions;

    public DateTimeOffset Now { get; private set; } = Given.Noon;

    /// <summary>Every request, in order; a <see cref="Step{TState}.Await"/> where a payer was sent to consent.</summary>
    public List<object> Requests { get; } = [];

    /// <summary>Until when was waited.</summary>
    public List<DateTimeOffset> Waits { get; } = [];

    /// <summary>Hands the payer's return to the flow.</summary>
    public required Func<InteractionResult, DateTimeOffset, TState> Return { get; init; }

    /// <summary>Hands the next event under a grant to the flow; null: none comes.</summary>
    public required Func<DateTimeOffset, TState?> Order { get; init; }

    public TState GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, TState> next) =>
        Answer(ask, next, () => Bodies.Wallet(new[] { Given.Alice, Given.Bob, Given.Carol }.Single(wallet => wallet.Id == ask.Address)));

    public TState RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, TState> next) => Answer(ask, next, () => ask.Interact is { } interact
        ? Interact(ask.AuthServer, interact)
        : new GrantResponse.Granted { AccessToken = records.Issue(Now), Continue = Bodies.Continue("https://auth.example/continue/0", "hush-unused") });

    public TState RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, TState> next) =>
        Answer(ask, next, () => Interact(ask.AuthServer, ask.Interact));

    public TState RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, TState> next) => Answer(ask, next, () => records.Knows(ask.Token)
        ? Yes(new RotateTokenResponse { AccessToken = records.Rotate(ask.Token, Now) })
        : No<RotateTokenResponse>(new Refusal(401, "invalid_rotation")));

    public TState RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, TState> next) => Answer(ask, next, () =>
    {
        records.Revoke(ask.Token);
        return new GivenBack();
    });

    public TState CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, TState> next) => Answer(ask, next, () =>
    {
        records.Cancel(ask.Uri);
        return new GivenBack();
    });

    public TState CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, TState> next) =>
        Answer(ask, next, () => With(ask.Token, () => records.Create(ask, Now)));

    public TState CreateQuote(CreateQuote ask, Func<Answer<Quote>, TState> next) => Answer(ask, next, () => With(ask.Token, () => records.Create(ask, Now)));

    public TState ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, TState> next) => Answer(ask, next, () => records.Continue(ask.Uri)
        ? Yes(new ContinueGrantResponse
        {
            AccessToken = Requests.OfType<RequestSubject>().Any() ? null : records.Issue(ask.Uri, Now),
            Subject = Requests.OfType<RequestSubject>().LastOrDefault()?.Subject,
            Continue = Bodies.Continue("https://auth.example/continue/0", "hush-unused"),
        })
        : No<ContinueGrantResponse>(new Refusal(401, "request_denied")));

    public TState CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, TState> next) =>
        Answer(ask, next, () => With(ask.Token, () => records.Create(ask, Now) is { } created
            ? Yes(Bodies.Created(created))
            : No<OutgoingPaymentWithSpentAmounts>(new Refusal(400, "400", "invalid quote"))));

    public TState ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, TState> next) =>
        Answer(ask, next, () => With(ask.Token, () => Bodies.Page(null, [.. records.Outgoing.AsEnumerable().Reverse()])));

    public TState GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, TState> next) =>
        Answer(ask, next, () => With(ask.Token, () => records.Settle(records.Outgoing.Single(payment => payment.Id == ask.Id))));

    public TState GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, TState> next) => Answer(ask, next, () =>
    {
        foreach (var payment in records.Outgoing.Where(payment => payment.Receiver == ask.Id).ToList()) records.Settle(payment);
        return records.Incoming(ask.Id, Now) switch
        {
            null => No<IncomingPaymentView>(new Refusal(401)),
            var p when ask.Token is null => Yes<IncomingPaymentView>(Bodies.Public(p.ReceivedAmount)),
            var p => With<IncomingPaymentView>(ask.Token, () => p),
        };
    });

    public TState GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, TState> next) =>
        Answer(ask, next, () => With(ask.Token, () => Bodies.Spent(Given.Euros((ulong)records.Outgoing.Sum(o => (long)o.DebitAmount.Value)), null)));

    public TState Draw(Func<Secret, DateTimeOffset, TState> next)
    {
        if (Next("Draw") is Scripted.Later late) Now += late.Time;
        return next(new Secret($"hush-nonce-{_names.Count}"), Now);
    }

    public TState Wait(DateTimeOffset until, Func<DateTimeOffset, TState> next)
    {
        Waits.Add(until);
        Now = until > Now ? until : Now.AddSeconds(1);
        return next(Now);
    }

    public TState Await(Step<TState>.Await step)
    {
        var scripted = Next("Await");
        if (step.Redirect is not null) Requests.Add(step);
        if (scripted is Scripted.Later late) Now += late.Time;
        if (scripted is Scripted.OnTheWay) return TimesOut();
        if (scripted is Scripted.Otherwise other) return Return((InteractionResult)other.Body(step), Now);
        return step.Redirect is null ? Order(Now) ?? TimesOut() : Return(Approval(), Now);

        TState TimesOut() => step.TimedOut(Now = step.Until);
    }

    public TState Done() => throw new InvalidOperationException("nothing is left to ask");

    private Scripted? Next(string name)
    {
        _names.Add(name);
        Now = Now.AddSeconds(1);
        var nth = _names.Count(one => one == name);
        return script.FirstOrDefault(scripted => scripted.IsFor(name, nth));
    }

    private TState Answer<T>(Request<T> ask, Func<Answer<T>, TState> next, Func<T> honest)
        where T : class => Answer(ask, next, () => Yes(honest()));

    private TState Answer<T>(Request<T> ask, Func<Answer<T>, TState> next, Func<Answer<T>> honest)
        where T : class
    {
        Requests.Add(ask);
        var scripted = Next(ask.GetType().Name);
        if (scripted is Scripted.Later late) Now += late.Time;
        return next(scripted switch
        {
            null or Scripted.Later => honest(),
            Scripted.OnTheWay => new Answer<T>.Lost("connection refused", Now),
            Scripted.OnTheWayBack => honest() is var _ ? new Answer<T>.Lost("connection reset", Now) : throw new InvalidOperationException(),
            Scripted.No s => No<T>(s.Refusal),
            Scripted.DoneAndDenied s => honest() is var _ ? No<T>(s.Refusal) : throw new InvalidOperationException(),
            Scripted.Otherwise { Done: true } s => honest() is Answer<T>.Body body ? Yes((T)s.Body(body.Value)) : throw new InvalidOperationException($"{ask} was refused"),
            Scripted.Otherwise s => Yes((T)s.Body(ask)),
            var other => throw new InvalidOperationException($"{other}"),
        });
    }

    private Answer<T> With<T>(Secret token, Func<T> honest) => With(token, () => Yes(honest()));

    private Answer<T> With<T>(Secret token, Func<Answer<T>> honest) => records.IsAlive(token, Now) ? honest() : No<T>(Inactive);

    private Answer<T> Yes<T>(T body) => new Answer<T>.Body(body, Now);

    private Answer<T> No<T>(Refusal refusal) => new Answer<T>.Refused(refusal, Now);

    private InteractionResult.Approved Approval()
    {
        var reference = new Secret($"hush-ref-{_interactions}");
        var hash = InteractionHash.Of(_interaction.Nonce, _interaction.Finish, reference, _interaction.AuthServer.OriginalString);
        return new InteractionResult.Approved(Convert.ToBase64String(hash), reference);
    }

    private GrantResponse.InteractionRequired Interact(Uri authServer, InteractRequest interact)
    {
        _interaction = (interact.Finish!.Nonce, new Secret($"hush-finish-{++_interactions}"), authServer);
        return new GrantResponse.InteractionRequired
        {
            Interact = new InteractResponse { Redirect = new Uri($"{authServer.OriginalString}/interact/hush-{_interactions}"), Finish = _interaction.Finish },
            Continue = Bodies.Continue(records.Wait().OriginalString, "hush-continue", wait: 5),
        };
    }
}
