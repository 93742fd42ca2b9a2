using System.Text.Json;
using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of every state on every path.</summary>
public static class StateLaws
{
    /// <param name="state">A state.</param>
    /// <param name="back">The same as it was stored and read.</param>
    public static string? Broken(FlowState state, out FlowState back)
    {
        var (name, written) = (Names.Of(state), FlowJson.Write(state));
        if (Read(written, out back) is { } unread) return $"what is written can be read, but {name} cannot: {unread}";
        if (back != state) return $"what is written and read is equal, but {name} is not: {state} became {back}";
        if (!FlowJson.Write(back).AsSpan().SequenceEqual(written)) return $"what is written and read is written the same, but {name} is not";
        var asked = Questions.Of(state);
        if (Questions.Of(back) != asked) return $"what is written and read asks the same question, but {name} does not";

        var summary = FlowSummary.Of(state);
        return Secrets.In(state.ToString()) ? $"no secret is in a printed state, but in {name}: {state}"
            : Secrets.In(asked.Printed) || Secrets.In(Flows.Next(state).ToString()) ? $"no secret is in a printed question, but in {asked.Type}: {asked.Printed}"
            : Secrets.In(summary.ToString()) || Secrets.In(JsonSerializer.Serialize(summary)) ? $"no secret is in a summary, but in {summary}"
            : null;
    }

    private static string? Read(byte[] written, out FlowState back)
    {
        try
        {
            back = FlowJson.Read(written);
            return null;
        }
        catch (JsonException e)
        {
            back = null!;
            return e.Message;
        }
    }
}
