namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What befalls one question of a run.</summary>
/// <param name="Question">Its type's name.</param>
/// <param name="Nth">1 for the first that is asked.</param>
public abstract record Trouble(string Question, int Nth)
{
    /// <summary>It never arrives.</summary>
    public static Trouble Lost<TQuestion>(int nth = 1) => new OnTheWay(typeof(TQuestion).Name, nth);

    /// <summary>It is done, and the answer is lost.</summary>
    public static Trouble Unanswered<TQuestion>(int nth = 1) => new OnTheWayBack(typeof(TQuestion).Name, nth);

    /// <summary>It is refused, and not done.</summary>
    public static Trouble Refused<TQuestion>(int status, string? code = null, string? description = null, int nth = 1) => new No(typeof(TQuestion).Name, nth, new Refusal(status, code, description));

    /// <summary>It is done, and the answer is a refusal all the same.</summary>
    public static Trouble Denied<TQuestion>(int status, int nth = 1) => new DoneAndDenied(typeof(TQuestion).Name, nth, new Refusal(status));

    /// <summary>It takes so long.</summary>
    public static Trouble Slow<TQuestion>(TimeSpan time, int nth = 1) => new Later(typeof(TQuestion).Name, nth, time);

    /// <summary>It is answered with this.</summary>
    public static Trouble Said<TQuestion>(object body, int nth = 1) => new Otherwise(typeof(TQuestion).Name, nth, body);

    /// <summary>See <see cref="Lost"/>.</summary>
    public sealed record OnTheWay(string Question, int Nth) : Trouble(Question, Nth);

    /// <summary>See <see cref="Unanswered"/>.</summary>
    public sealed record OnTheWayBack(string Question, int Nth) : Trouble(Question, Nth);

    /// <summary>See <see cref="Refused"/>.</summary>
    public sealed record No(string Question, int Nth, Refusal Refusal) : Trouble(Question, Nth);

    /// <summary>See <see cref="Denied"/>.</summary>
    public sealed record DoneAndDenied(string Question, int Nth, Refusal Refusal) : Trouble(Question, Nth);

    /// <summary>See <see cref="Slow"/>.</summary>
    public sealed record Later(string Question, int Nth, TimeSpan Time) : Trouble(Question, Nth);

    /// <summary>See <see cref="Said"/>.</summary>
    public sealed record Otherwise(string Question, int Nth, object Body) : Trouble(Question, Nth);
}
