using System.Text;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Fuzz;

/// <summary>A server may echo a token in any spelling; none of them is shown.</summary>
public sealed class RedactionFuzz
{
    private const string Token = "os_LIVE-74E01527f821.7706/DB969+x==";

    // what is left of a spelling at its two ends is no part of the token that could be used
    private const int Recognisable = 12;

    public static TheoryData<string> Spellings =>
    [
        Token, Token[..10], Token[12..], Token.ToUpperInvariant(), Token.ToLowerInvariant(), string.Join(' ', Token.ToCharArray()), string.Join("\u200b", Token.ToCharArray()),
        string.Join('\n', Token.ToCharArray()), Token.Insert(12, "..."), Uri.EscapeDataString(Token), Percent(Token), Percent(Percent(Token)), Percent(Token[3..14]), Json(Token),
        string.Concat(Token.Select(c => $"&#{(int)c};")), string.Concat(Token.Select(c => $"&#x{(int)c:x};")), string.Concat(Token.Select(c => $"\\x{(int)c:x2}")),
        Base64(Token), Base64("GNAP " + Token), Base64("a" + Token), Base64("ab" + Token + "c"), Base64(Token).TrimEnd('='), Base64(Token).Replace('+', '-').Replace('/', '_'),
        string.Join(' ', Base64(Token).Chunk(4).Select(four => new string(four))), Percent(Base64(Token)), Convert.ToHexString(Encoding.UTF8.GetBytes(Token)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Token)), BitConverter.ToString(Encoding.UTF8.GetBytes(Token)), $"https://auth.example/token?access={Uri.EscapeDataString(Token)}&x",
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Spellings))]
    public void A_token_is_hidden_in_every_spelling(string spelled)
    {
        var shown = Redaction.Tidy([new Secret(Token)], $"Token <{spelled}> is not active.");
        Assert.StartsWith("Token <", shown, StringComparison.Ordinal);
        Assert.EndsWith("> is not active.", shown, StringComparison.Ordinal);
        Assert.Contains("[redacted]", shown, StringComparison.Ordinal);
        ShowsNone(spelled.Contains("://", StringComparison.Ordinal) ? Uri.EscapeDataString(Token) : spelled, shown, Recognisable);
    }

    [Fact]
    public void A_token_that_is_cut_by_the_end_of_what_is_read_is_not_shown() =>
        Assert.DoesNotContain("74E015", Redaction.Tidy([new Secret(Token)], string.Concat(Enumerable.Repeat(Token, 100))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Inactive Token", "os_LIVE-74E01527")]
    [InlineData("The access token of auth.example is not active: ask again.", "https://auth.example/interact/74E01527f821/DB969")]
    [InlineData("non-positive receive amount", "")]
    public void Words_that_are_no_part_of_a_secret_stay(string words, string secret) => Assert.Equal(words, Redaction.Tidy([new Secret(secret)], words));

    [Theory]
    [InlineData("ab", "x ab y", "x [redacted] y")]
    [InlineData("+/=", "x +/= y", "x [redacted] y")]
    [InlineData("pässwörd", "x p%C3%A4ssw%C3%B6rd y", "x [redacted] y")]
    public void A_secret_that_is_short_or_in_no_alphabet_of_tokens_is_hidden_as_it_is(string secret, string words, string shown) =>
        Assert.Equal(shown, Redaction.Tidy([new Secret(secret)], words));

    [Fact]
    public void Any_words_come_back_as_one_short_line_that_shows_no_token() => Fuzzing.Fuzz.Each("Redaction.Tidy", [.. Spellings.Select(row => row.Data)], (spelled, random) =>
    {
        var token = new string([.. Enumerable.Range(0, random.Next(12, 60)).Select(_ => "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~+/"[random.Next(68)])]);
        // five letters in a row are no part that could be used, in whatever spelling
        var (own, run) = random.Next(6) switch
        {
            0 => (token, 6),
            1 => (Percent(token), 18),
            2 => (Json(token), 36),
            3 => (string.Join(' ', token.ToCharArray()), 12),
            4 => (Base64(token), 12),
            _ => (token[..(token.Length / 2)], 6),
        };
        if (own.Count(char.IsAsciiLetterOrDigit) < 6) return; // no part of it that could be used
        var shown = Redaction.Tidy([new Secret(Token), new Secret(token)], $"{own} {spelled}");
        Assert.InRange(shown.Length, 0, 200);
        Assert.DoesNotContain(shown, char.IsControl);
        ShowsNone(own, shown, run);
    });

    private static void ShowsNone(string spelled, string shown, int run)
    {
        for (var i = 0; i + run <= spelled.Length; i++) Assert.DoesNotContain(spelled.Substring(i, run), shown, StringComparison.Ordinal);
    }

    private static string Percent(string text) => string.Concat(text.Select(c => $"%{(int)c:X2}"));

    private static string Json(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
