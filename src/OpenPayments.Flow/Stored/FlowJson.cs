using System.Text.Json;
using OpenPayments.Flow.Plans;

namespace OpenPayments.Flow;

/// <summary>
/// States as JSON, to be stored by a host. What is written holds tokens and nonces in plain text: encrypt it at rest. A state says its
/// format and the plan that wrote it. What is read is read strictly: an unknown member or a missing one means that another version wrote
/// it. Only a member with a default may be missing, so that a new one can be added while payments are under way.
/// </summary>
public static class FlowJson
{
    /// <summary>The format that is written, and the newest that is read.</summary>
    public const int Format = StoredFormat.Current;

    /// <summary>UTF-8 JSON of a state.</summary>
    public static byte[] Write(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return StoredFormat.Write(new StoredFlow(Format, state.Order, state.Progress));
    }

    /// <summary>The state that <see cref="Write"/> wrote, equal to the one it was given.</summary>
    /// <exception cref="NewerFormatException">A newer release wrote the state. Leave it as it is, for a host of that release.</exception>
    /// <exception cref="JsonException">The text is no state, or a member of it is unknown, missing or null.</exception>
    public static FlowState Read(byte[] json)
    {
        var stored = StoredFormat.Read<StoredFlow>(json);
        return new FlowState(stored.Order, stored.Progress);
    }
}

/// <summary>The progress of a plan of your own, as <see cref="FlowJson"/> writes those of the guides.</summary>
public static class ProgressJson
{
    /// <summary>UTF-8 JSON of a progress. It holds tokens in plain text: encrypt it at rest.</summary>
    public static byte[] Write(Progress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return StoredFormat.Write(new StoredProgress(FlowJson.Format, progress));
    }

    /// <summary>The progress that <see cref="Write"/> wrote, equal to the one it was given.</summary>
    /// <exception cref="NewerFormatException">A newer release wrote the progress. Leave it as it is, for a host of that release.</exception>
    /// <exception cref="JsonException">The text is no progress, or a member of it is unknown, missing or null.</exception>
    public static Progress Read(byte[] json) => StoredFormat.Read<StoredProgress>(json).Progress;
}

/// <summary>
/// A newer release wrote this state, in a format that this one does not read. It is no error of the payment: leave the state as it is.
/// </summary>
/// <param name="format">The state's format.</param>
public sealed class NewerFormatException(int format) : InvalidOperationException(
    $"This state is of format {format}, and this release reads up to {FlowJson.Format}. A newer release wrote it: leave it to a host of that release.")
{
    /// <summary>The state's format.</summary>
    public int Format { get; } = format;
}
