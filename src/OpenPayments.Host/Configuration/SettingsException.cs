namespace OpenPayments.Host.Configuration;

/// <summary>Settings that the host cannot start with: one sentence for each, naming the setting, what is wrong and what is expected.</summary>
public sealed class SettingsException(IReadOnlyList<string> sentences) : Exception(string.Join(Environment.NewLine, sentences))
{
    public IReadOnlyList<string> Sentences { get; } = sentences;
}
