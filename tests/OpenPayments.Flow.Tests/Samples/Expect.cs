using Xunit;

namespace OpenPayments.Flow.Tests;

/// <summary>How an example ends.</summary>
internal static class Expect
{
    /// <summary>What a step found out.</summary>
    public static T Finds<T>(this Transition transition)
        where T : Finding => Assert.IsType<T>(Assert.IsType<Transition.Found>(transition).Finding);

    /// <summary>It ends with nothing paid, and why.</summary>
    public static Reason Stops(this Transition transition) => transition.EndsUnpaid().Reason;

    /// <summary>It ends with nothing paid, why and when.</summary>
    public static Outcome.Unpaid EndsUnpaid(this Transition transition) => Assert.IsType<Outcome.Unpaid>(transition.Ends());

    /// <summary>It ends, and it cannot be known how.</summary>
    public static Outcome.Unknown EndsUnknown(this Transition transition) => Assert.IsType<Outcome.Unknown>(transition.Ends());

    /// <summary>What it rests on expired.</summary>
    public static Interruption.Expired Expires(this Transition transition) => Assert.IsType<Interruption.Expired>(transition.Why());

    /// <summary>It goes on later: when, and where.</summary>
    public static Transition.Later Waits(this Transition transition) => Assert.IsType<Transition.Later>(transition);

    /// <summary>It goes on at once.</summary>
    public static T Goes<T>(this Transition transition)
        where T : Stage => Assert.IsType<T>(Assert.IsType<Transition.To>(transition).Stage);

    /// <summary>The token is renewed, and then the same request sent.</summary>
    public static Stage Renews(this Transition transition) => transition.Goes<RenewingToken>().Then;

    private static Outcome Ends(this Transition transition) => Assert.IsType<Interruption.Stopped>(transition.Why()).With;

    private static Interruption Why(this Transition transition) => Assert.IsType<Transition.Interrupted>(transition).Why;
}
