using Xunit;

namespace OpenPayments.Flow.Tests;

/// <summary>How an example ends.</summary>
internal static class Ending
{
    /// <summary>What a piece found out.</summary>
    public static T Learns<T>(this Turn turn)
        where T : Fact => Assert.IsType<T>(Assert.IsType<Turn.Learnt>(turn).Fact);

    /// <summary>It ends with nothing paid, and why.</summary>
    public static Reason Stops(this Turn turn) => turn.Unpaid().Reason;

    /// <summary>It ends with nothing paid, why and when.</summary>
    public static Outcome.Unpaid Unpaid(this Turn turn) => Assert.IsType<Outcome.Unpaid>(Assert.IsType<Interruption.Stopped>(turn.BreaksOff()).With);

    /// <summary>It ends, and it cannot be known how.</summary>
    public static Outcome.Unknown Unknown(this Turn turn) => Assert.IsType<Outcome.Unknown>(Assert.IsType<Interruption.Stopped>(turn.BreaksOff()).With);

    /// <summary>What it rests on ran out.</summary>
    public static Interruption.Stale RunsOut(this Turn turn) => Assert.IsType<Interruption.Stale>(turn.BreaksOff());

    /// <summary>It goes on later: when, and where.</summary>
    public static Turn.Later Waits(this Turn turn) => Assert.IsType<Turn.Later>(turn);

    /// <summary>It goes on at once.</summary>
    public static T Goes<T>(this Turn turn)
        where T : Stage => Assert.IsType<T>(Assert.IsType<Turn.To>(turn).Stage);

    private static Interruption BreaksOff(this Turn turn) => Assert.IsType<Turn.BrokenOff>(turn).Why;
}
