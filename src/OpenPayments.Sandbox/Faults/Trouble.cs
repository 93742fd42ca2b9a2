namespace OpenPayments.Sandbox.Faults;

/// <summary>What goes wrong with a request. "The effect" is what the request asks for: a payment made, a token rotated.</summary>
public abstract record Trouble
{
    private Trouble()
    {
    }

    /// <summary>The connection ends and there is no answer.</summary>
    /// <param name="AfterEffect">False: nothing has happened. True: it has, and the client cannot know.</param>
    public sealed record Reset(bool AfterEffect) : Trouble;

    /// <summary>The connection ends in the middle of the right answer, after the effect.</summary>
    public sealed record Cut : Trouble;

    /// <summary>The request waits in real time before it is handled.</summary>
    /// <param name="By">At most 30 seconds.</param>
    public sealed record Delay(TimeSpan By) : Trouble;

    /// <summary>The sandbox's clock moves ahead before the request is handled, as if it had been on its way for so long. Needs a <see cref="Control.SandboxClock"/>.</summary>
    /// <param name="By">At most 400 days.</param>
    public sealed record TimePasses(TimeSpan By) : Trouble;

    /// <summary>Another answer takes the place of the right one.</summary>
    /// <param name="Status">From 200 to 599; 204 and 304 only with <see cref="FaultBody.None"/>.</param>
    /// <param name="Body">What it holds.</param>
    /// <param name="AfterEffect">False: nothing has happened. True: it has, whatever the answer says.</param>
    /// <param name="RetryAfter">The header of this name, in whole seconds; null sends none.</param>
    public sealed record Reply(int Status, FaultBody Body, bool AfterEffect, TimeSpan? RetryAfter) : Trouble;

    /// <summary>The right answer comes in small pieces.</summary>
    /// <param name="Over">How long all of them take, in real time; at most 30 seconds.</param>
    public sealed record SlowBody(TimeSpan Over) : Trouble;

    /// <summary>The right answer's body is there twice, one after the other.</summary>
    public sealed record DoubledBody : Trouble;

    /// <summary>The request arrives twice, as through a proxy that repeats it, and the second answer is the one that the client gets.</summary>
    public sealed record Repeated : Trouble;
}
