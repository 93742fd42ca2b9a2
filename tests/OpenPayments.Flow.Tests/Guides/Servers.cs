using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Honest wallets and an honest payer. What happens to one request is scripted.</summary>
/// <typeparam name="TState">The states that are carried on.</typeparam>
internal sealed class Servers<TState>(IReadOnlyList<Scripted> script, Records records)
    : ScriptedAnswers<TState>(script), IInterpreter<TState, TState>
{
    private static readonly Refusal Inactive = new(403, "403", "Inactive Token");

    private readonly Payer _payer = new();

    /// <summary>Until when was waited.</summary>
    public List<DateTimeOffset> Waits { get; } = [];

    /// <summary>Hands the payer's return to the flow.</summary>
    public required Func<InteractionResult, DateTimeOffset, TState> Return { get; init; }

    /// <summary>Hands the next event under a grant to the flow; null: none comes.</summary>
    public required Func<DateTimeOffset, TState?> Order { get; init; }

    public TState GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, TState> next) =>
        Answer(ask, next, () => Bodies.Wallet(new[] { Given.Alice, Given.Bob, Given.Carol }.Single(wallet => wallet.Id == ask.Address)));

    public TState RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, TState> next) =>
        Answer(ask, next, () => ask.Interact is { } interact ? _payer.Interact(ask.AuthServer, interact, records.Wait()) : Granted());

    public TState RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, TState> next) =>
        Answer(ask, next, () => _payer.Interact(ask.AuthServer, ask.Interact, records.Wait()));

    public TState RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, TState> next) =>
        Answer(ask, next, () => records.Knows(ask.Token)
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

    public TState CreateQuote(CreateQuote ask, Func<Answer<Quote>, TState> next) =>
        Answer(ask, next, () => With(ask.Token, () => records.Create(ask, Now)));

    public TState ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, TState> next) =>
        Answer(ask, next, () =>
            records.Continue(ask.Uri) ? Yes(Continued(ask)) : No<ContinueGrantResponse>(new Refusal(401, "request_denied")));

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
        Answer(ask, next, () =>
            With(ask.Token, () => Bodies.Spent(Given.Euros((ulong)records.Outgoing.Sum(o => (long)o.DebitAmount.Value)), null)));

    public TState Draw(Func<Secret, DateTimeOffset, TState> next)
    {
        if (Next("Draw") is Scripted.Later late) Now += late.Time;
        return next(new Secret($"hush-nonce-{Drawn}"), Now);
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
        return step.Redirect is null ? Order(Now) ?? TimesOut() : Return(_payer.Approve(), Now);

        TState TimesOut() => step.TimedOut(Now = step.Until);
    }

    public TState Done() => throw new InvalidOperationException("nothing is left to ask");

    private GrantResponse Granted() => new GrantResponse.Granted
    {
        AccessToken = records.Issue(Now),
        Continue = Bodies.Continue("https://auth.example/continue/0", "hush-unused"),
    };

    private ContinueGrantResponse Continued(ContinueGrant ask) => new()
    {
        AccessToken = Requests.OfType<RequestSubject>().Any() ? null : records.Issue(ask.Uri, Now),
        Subject = Requests.OfType<RequestSubject>().LastOrDefault()?.Subject,
        Continue = Bodies.Continue("https://auth.example/continue/0", "hush-unused"),
    };

    private Answer<T> With<T>(Secret token, Func<T> honest) => With(token, () => Yes(honest()));

    private Answer<T> With<T>(Secret token, Func<Answer<T>> honest) => records.IsAlive(token, Now) ? honest() : No<T>(Inactive);
}
