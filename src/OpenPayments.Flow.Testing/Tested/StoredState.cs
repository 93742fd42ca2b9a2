namespace OpenPayments.Flow.Testing;

/// <summary>A state as it is stored and read again, each done once.</summary>
internal sealed class StoredState(TestedFlow flow, Progress state)
{
    private byte[]? _written;
    private Progress? _back;

    public byte[] Written => _written ??= flow.Write(state);

    /// <exception cref="System.Text.Json.JsonException">It cannot be read.</exception>
    public Progress Back => _back ??= flow.Read(Written);
}
