using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace OpenPayments.Flow.Tests.Recurrences;

/// <summary>Draws recurrences, many of them at the ends of months, of years and of the calendar.</summary>
public static class Recurrences
{
    private static readonly Gen<DateTime> Days = Gen.OneOf(
        from year in Gen.Choose(1970, 2100)
        from month in Gen.Choose(1, 12)
        from last in Gen.Choose(0, 3)
        select new DateTime(
            year, month, DateTime.DaysInMonth(year, month)).AddDays(-last),
        from year in Gen.Elements(2, 1900, 2000, 2024, 2026, 9990, 9998)
        from day in Gen.Choose(0, 364)
        select new DateTime(year, 1, 1)
            .AddDays(day));

    private static readonly Gen<DateTimeOffset> Starts =
        from day in Days
        from time in Gen.Elements(0, 1, 46_800_000, 86_399_999)
        from minutes in Gen.OneOf(Gen.Constant(0), Gen.Elements(-840, -570, -60, 60, 120, 345, 840))
        select new DateTimeOffset(day.AddMilliseconds(time), TimeSpan.FromMinutes(minutes));

    private static readonly Gen<Period> Months =
        Gen.Elements("P1M", "P2M", "P3M", "P1Y", "P4Y", "P13M").Select(text => Good(Period.Parse(text)));

    public static Gen<Period> Periods { get; } = Gen.OneOf(
        Months,
        Gen.Elements("PT12H", "P1D", "P1W", "P2W", "P31D", "P1M10D", "P1M30DT23H59M59S", "P1Y2M10DT2H30M", "PT86400S", "PT36H")
            .Select(text => Good(Period.Parse(text))),
        from months in Gen.Choose(0, 40)
        from seconds in Gen.Choose(1, int.MaxValue)
        select Good(
            Period.Of(months, TimeSpan.FromSeconds(seconds))));

    public static Arbitrary<Recurrence> Any { get; } = Arb.From(Of(Starts, Periods));

    /// <summary>Whole months alone, which is where days get lost.</summary>
    public static Arbitrary<Recurrence> OfMonths { get; } = Arb.From(Of(Starts, Months));

    public static T Good<T>(Either<RecurrenceError, T> either) =>
        either.Match(Right: value => value, Left: error => throw new InvalidOperationException($"{error.Part}: {error.Why}"));

    public static RecurrenceError Bad<T>(Either<RecurrenceError, T> either) =>
        either.Match(Right: value => throw new InvalidOperationException($"not refused: {value}"), Left: error => error);

    public static Recurrence Of(string text) => Good(Recurrence.Parse(text));

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static void Holds<T>(Arbitrary<T> values, Func<T, bool> law) =>
        Prop.ForAll(values, law).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    private static Gen<Recurrence> Of(Gen<DateTimeOffset> starts, Gen<Period> periods) =>
        from start in starts
        from period in periods
        from count in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 60).Select(n => (int?)n))
        let valid = Recurrence.Of(count, start, period).MatchUnsafe<Recurrence?>(Right: recurrence => recurrence, Left: _ => null)
        where valid is not null
        select valid;
}
