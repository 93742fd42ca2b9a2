using OpenPayments.Flow.Plans;

namespace OpenPayments.Flow.Steps;

/// <summary>A server's words, made fit to be shown: a refusal may repeat the token that it refuses.</summary>
internal static class Redaction
{
    private const int Longest = 200;

    /// <summary>One short line of text without what the stage holds in secret.</summary>
    public static string Tidy(Stage stage, string words)
    {
        var shown = stage.Secrets.Where(secret => secret.Reveal().Length > 0)
            .Aggregate(words, (text, secret) => text.Replace(secret.Reveal(), secret.ToString(), StringComparison.OrdinalIgnoreCase));
        return new([.. shown.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
    }
}
