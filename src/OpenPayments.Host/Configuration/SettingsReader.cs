using System.Globalization;

namespace OpenPayments.Host.Configuration;

/// <summary>Reads single settings and collects a sentence for each wrong one, so that a start shows all that is wrong at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _sentences = [];

    public void Wrong(string sentence) => _sentences.Add(sentence);

    public void ThrowIfWrong()
    {
        if (_sentences.Count > 0) throw new SettingsException(_sentences);
    }

    public string? Text(string key) => configuration[key] is { Length: > 0 } text ? text : null;

    /// <summary>A list, or a single value where a list of one is meant.</summary>
    public IReadOnlyList<string> List(string key)
    {
        var section = configuration.GetSection(key);
        return section.Value is { Length: > 0 } one ? [one] : [.. section.GetChildren().Select(child => child.Value ?? "")];
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;
        Wrong($"{key} is '{text}': it must be true or false.");
        return otherwise;
    }

    public TimeSpan Span(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text) return otherwise;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= least && span <= most) return span;
        Wrong($"{key} is '{text}': it must be a time from {least:c} to {most:c}, written hh:mm:ss.");
        return otherwise;
    }

    public int Count(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most) return count;
        Wrong($"{key} is '{text}': it must be a whole number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>A name that is not a setting is most likely a misspelt one, and would be left out silently.</summary>
    public void KnownOnly(string section, IReadOnlyCollection<string> names)
    {
        foreach (var child in configuration.GetSection(section).GetChildren().Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            Wrong($"{section}:{child.Key} is not a setting. The settings are {string.Join(", ", names)}.");
    }
}
