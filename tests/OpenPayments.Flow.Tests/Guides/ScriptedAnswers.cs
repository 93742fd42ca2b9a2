namespace OpenPayments.Flow.Tests.Guides;

/// <summary>A clock, and requests that are written down: each takes a second, and what happens to it may be scripted.</summary>
/// <typeparam name="TState">The states that are carried on.</typeparam>
internal abstract class ScriptedAnswers<TState>(IReadOnlyList<Scripted> script)
{
    private readonly List<string> _names = [];

    public DateTimeOffset Now { get; protected set; } = Given.Noon;

    /// <summary>Every request, in order; a <see cref="Step{TState}.Await"/> where a payer was sent to consent.</summary>
    public List<object> Requests { get; } = [];

    /// <summary>A number that is used once.</summary>
    protected int Drawn => _names.Count;

    /// <summary>What is scripted for the next request of this name.</summary>
    protected Scripted? Next(string name)
    {
        _names.Add(name);
        Now = Now.AddSeconds(1);
        var nth = _names.Count(one => one == name);
        return script.FirstOrDefault(scripted => scripted.IsFor(name, nth));
    }

    protected TState Answer<T>(Request<T> ask, Func<Answer<T>, TState> next, Func<T> honest)
        where T : class => Answer(ask, next, () => Yes(honest()));

    protected TState Answer<T>(Request<T> ask, Func<Answer<T>, TState> next, Func<Answer<T>> honest)
        where T : class
    {
        Requests.Add(ask);
        var scripted = Next(ask.GetType().Name);
        if (scripted is Scripted.Later late) Now += late.Time;
        return next(scripted switch
        {
            null or Scripted.Later => honest(),
            Scripted.OnTheWay => new Answer<T>.Lost("connection refused", Now),
            Scripted.OnTheWayBack =>
                honest() is var _ ? new Answer<T>.Lost("connection reset", Now) : throw new InvalidOperationException(),
            Scripted.No s => No<T>(s.Refusal),
            Scripted.DoneAndDenied s => honest() is var _ ? No<T>(s.Refusal) : throw new InvalidOperationException(),
            Scripted.Otherwise { Done: true } s =>
                honest() is Answer<T>.Body body ? Yes((T)s.Body(body.Value)) : throw new InvalidOperationException($"{ask} was refused"),
            Scripted.Otherwise s => Yes((T)s.Body(ask)),
            var other => throw new InvalidOperationException($"{other}"),
        });
    }

    protected Answer<T> Yes<T>(T body) => new Answer<T>.Body(body, Now);

    protected Answer<T> No<T>(Refusal refusal) => new Answer<T>.Refused(refusal, Now);
}
