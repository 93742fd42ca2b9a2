using System.Globalization;
using System.Text;

namespace OpenPayments.Fuzzing;

/// <summary>
/// Feeds a function with texts that others might send: well-formed ones, changed at random. The same seed makes the same texts. Ordinary
/// tests feed few; <c>./build.sh --target=Fuzz</c> feeds a million.
/// </summary>
internal static class Fuzz
{
    public static int Count { get; } = Setting("OPENPAYMENTS_FUZZ", 20_000);

    public static int Seed { get; } = Setting("OPENPAYMENTS_FUZZ_SEED", 20_261_201);

    /// <summary>Judges <see cref="Count"/> texts; says which one failed, and how to make it again.</summary>
    /// <param name="what">The function that is fed.</param>
    /// <param name="corpus">Texts to change.</param>
    /// <param name="judge">Throws where the function does not do what it promises.</param>
    /// <param name="share">Judges one text in so many, where a single one takes long.</param>
    public static void Each(string what, IReadOnlyList<string> corpus, Action<string, Random> judge, int share = 1)
    {
        var count = Count / share;
        var said = string.Create(CultureInfo.InvariantCulture, $"{what}: {count} inputs, seed {Seed}");
        Xunit.TestContext.Current.TestOutputHelper?.WriteLine(said);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(unchecked(Seed * 31 + i));
            var text = Mutation.Of(corpus, random);
            try
            {
                judge(text, random);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{said}, input {i}: {Shown(text)}"), e);
            }
        }
    }

    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text) _ = c is >= ' ' and <= '~' ? shown.Append(c) : shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        return shown.ToString();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
