using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>What holds of every state on every path.</summary>
internal static class StateLaws
{
    public static string? Changed(Observation at)
    {
        try
        {
            var back = at.Stored.Back;
            if (back != at.State) return $"{at.Name} is not equal to what was stored: {at.State} became {back}";
            if (!at.Flow.Write(back).AsSpan().SequenceEqual(at.Stored.Written)) return $"{at.Name} is not written the same again";
            var (asked, asks) = (RecordedQuestion.Of(at.Flow.Next(at.State)), RecordedQuestion.Of(at.Flow.Next(back)));
            return asks == asked ? null : $"{at.Name} asked {asked.Printed}, and asks {asks.Printed}";
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return $"{at.Name} cannot be read again: {e.Message}";
        }
    }

    public static string? Shown(Observation at)
    {
        if (SecretSource.IsShownIn(RecordedQuestion.Of(at.Flow.Next(at.State)).Printed)) return $"in the question of {at.Name}";
        return at.Flow.Prints(at.State).FirstOrDefault(SecretSource.IsShownIn) is { } shown ? $"in {shown}" : null;
    }
}
