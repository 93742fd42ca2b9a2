using System.Text.Json;
using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of every state on every path.</summary>
public static class StateLaws
{
    public static string? Broken(Payment state)
    {
        var written = PaymentJson.Write(state);
        if (Read(written, out var back) is { } unread) return $"what is written can be read, but {Questions.NameOf(state)} cannot: {unread}";
        if (back is null || back != state) return $"what is written and read is equal, but {Questions.NameOf(state)} is not";
        if (!PaymentJson.Write(back).AsSpan().SequenceEqual(written)) return $"what is written and read is written the same, but {Questions.NameOf(state)} is not";
        var asked = Questions.Of(state);
        if (Questions.Of(back) != asked) return $"what is written and read asks the same question, but {Questions.NameOf(state)} does not";

        var summary = PaymentSummary.Of(state);
        return Secrets.In(state.ToString()) ? $"no secret is in a printed state, but in {Questions.NameOf(state)}: {state}"
            : Secrets.In(asked.Printed) || Secrets.In(PaymentFlow.Next(state).ToString()) ? $"no secret is in a printed question, but in {asked.Type}: {asked.Printed}"
            : Secrets.In(summary.ToString()) || Secrets.In(JsonSerializer.Serialize(summary)) ? $"no secret is in a summary, but in {summary}"
            : null;
    }

    private static string? Read(byte[] written, out Payment? back)
    {
        try
        {
            back = PaymentJson.Read(written);
            return null;
        }
        catch (JsonException e)
        {
            back = null;
            return e.Message;
        }
    }
}
