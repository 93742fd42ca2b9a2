using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing;

/// <summary>Takes one step: asks the model's servers what the state asks, with one fault on the way.</summary>
internal sealed class FaultyServers(TestedFlow flow, Progress state, PlannedFault fault, ModelServers servers)
    : IStepVisitor<Progress, Taken>
{
    private const string KeyTrouble = "Signature validation error: could not find key in list of client keys";

    /// <summary>The step that follows from a state.</summary>
    public static Taken Take(TestedFlow flow, Progress state, PlannedFault fault, ModelServers servers) =>
        fault.Kind == FaultKind.Cancelled
            ? Cancel(flow, state, servers)
            : flow.Next(state).Accept(new FaultyServers(flow, state, fault, servers));

    /// <summary>The order is cancelled; nothing is asked.</summary>
    public static Taken Cancel(TestedFlow flow, Progress state, ModelServers servers) =>
        flow.Cancel(state, "it is not wanted any more", servers.Now)
        .Match(Right: next => new Taken("Cancel", "Event", next), Left: why => new Taken("Cancel", "Rejected", state, why));

    public Taken Ask<T>(Step<Progress>.Ask<T> step)
    {
        Pass(fault.Kind == FaultKind.Delayed ? 0 : fault.Seconds);
        var request = step.Request;
        var token = Holdings.TokenOf(request);
        if (fault.Kind == FaultKind.TokenExpired && token is not null) servers.Tokens.Expire(token);
        if (fault.Kind == FaultKind.TokenRevoked && token is not null) servers.Tokens.Kill(token);
        return fault.Kind switch
        {
            FaultKind.Refused => Answered(step, Refusal<T>(token, Believable(request)), byChance: true),
            FaultKind.KeyNotFound =>
                IsPublic(request) ? Serve(step) : Answered(step, Refused<T>(new Refusal(401, null, KeyTrouble)), byChance: true),
            FaultKind.LostBefore => Lost(step, "timed out"),
            FaultKind.ThrowsBefore => Lost(step, "the interpreter threw an exception"),
            FaultKind.LostAfter => After(request, () => Lost(step, "timed out")),
            FaultKind.ThrowsAfter => After(request, () => Lost(step, "the interpreter threw an exception")),
            FaultKind.Delayed => Delay(step),
            // nothing on the way doubles what is sent once; a server that protects itself is shown that it may be
            FaultKind.DeliveredTwice => IsUnprotected(request) ? Serve(step) : After(request, () => Serve(step)),
            FaultKind.Garbled => After(request, () => Answered(step, Refusal<T>(token, fault.Status), byChance: false)),
            FaultKind.KilledAfter => After(request, () => Restart(step)),
            FaultKind.KilledBefore => Restart(step),
            FaultKind.NotSent => NotSent(step),
            FaultKind.WrongAnswer =>
                Answered(step, (Answer<T>)WrongAnswers.Instead(servers.Serve(request), fault.Seconds), byChance: false),
            _ => Serve(step),
        };
    }

    public Taken Draw(Step<Progress>.Draw step)
    {
        Pass(0);
        return new("Draw", "Body", step.Next(servers.Secrets.Make("nonce"), servers.Now));
    }

    public Taken Wait(Step<Progress>.Wait step)
    {
        Pass(fault.Seconds);
        // a host that is woken too early asks again
        if (fault.Kind is FaultKind.KilledAfter or FaultKind.KilledBefore) return new("Wait", "Early", step.Next(servers.Now));
        servers.PassTo(step.Until);
        return new("Wait", "Body", step.Next(servers.Now));
    }

    public Taken Await(Step<Progress>.Await step)
    {
        Pass(fault.Seconds);
        if (fault.Kind is FaultKind.KilledAfter or FaultKind.KilledBefore) return new("Await", "Restart", flow.Read(flow.Write(state)));
        return new Visitors(flow, state, fault, servers).Come(step).Match(
            Right: next => new Taken("Await", "Event", next), Left: why => new Taken("Await", "Rejected", state, why));
    }

    public Taken Done() => new("nothing", "", state);

    private void Pass(int seconds)
    {
        var all = servers.Settings.SecondsPerRequest + seconds;
        if (all > 0) servers.PassTo(servers.Now.AddSeconds(all));
    }

    private Taken Serve<T>(Step<Progress>.Ask<T> step) => Answered(step, servers.Answer(step.Request), byChance: false);

    private Taken Answered<T>(Step<Progress>.Ask<T> step, Answer<T> answer, bool byChance)
    {
        if (fault.Kind != FaultKind.WrongAnswer || step.Request is not GetIncomingPayment) Holdings.Tell(servers, step.Request, answer);
        if (answer is Answer<T>.Refused { Refusal: var refusal })
        {
            var isSilence = refusal.Status is >= 500 or 408 or 429;
            if (byChance || isSilence) Holdings.NotAnswered(servers, step.Request, isRefused: !isSilence);
        }
        return new(step.Request.GetType().Name, answer is Answer<T>.Body ? "Body" : "Refused", step.Next(answer));
    }

    private Taken Lost<T>(Step<Progress>.Ask<T> step, string why)
    {
        Holdings.NotAnswered(servers, step.Request, isRefused: false);
        return new(step.Request.GetType().Name, "Lost", step.Lose(why, servers.Now));
    }

    private Taken NotSent<T>(Step<Progress>.Ask<T> step)
    {
        Holdings.NotAnswered(servers, step.Request, isRefused: true);
        return new(step.Request.GetType().Name, "NotSent", step.NotSent("the token has a line break in it", servers.Now));
    }

    private Taken After(object request, Func<Taken> then)
    {
        servers.Serve(request);
        return then();
    }

    private Taken Delay<T>(Step<Progress>.Ask<T> step)
    {
        servers.ArriveLater(fault.Seconds, step.Request);
        return Lost(step, "connection reset");
    }

    /// <summary>As a host does it: what may be repeated is asked again; of the rest it is not known whether it happened.</summary>
    private Taken Restart<T>(Step<Progress>.Ask<T> step) => step.MustNotRepeat
        ? Lost(step, "the host was stopped")
        : new(step.Request.GetType().Name, "Restart", flow.Read(flow.Write(state)));

    private Answer<T>.Refused Refused<T>(Refusal refusal) => new(refusal, servers.Now);

    private Answer<T>.Refused Refusal<T>(Secret? token, int status)
    {
        var words = servers.Settings.Echoes && token is not null ? $"no: {token.Reveal()}" : fault.Words;
        var pause = status is 429 or 503 && fault.Seconds > 0 ? TimeSpan.FromSeconds(fault.Seconds) : (TimeSpan?)null;
        return Refused<T>(new Refusal(status, fault.Code, words, pause));
    }

    /// <summary>The receiver's word is believed: what it says publicly is never false, only missing.</summary>
    private int Believable(object request) => request is GetIncomingPayment { Token: null } ? 503 : fault.Status;

    private static bool IsPublic(object request) => request is GetWalletAddress or GetIncomingPayment { Token: null };

    private static bool IsUnprotected(object request) =>
        request is CreateOutgoingPayment { Body: CreateOutgoingPaymentRequest.WithIncomingPayment };
}
