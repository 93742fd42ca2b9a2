using System.Globalization;
using System.Text;

namespace OpenPayments.Client.Tests;

/// <summary>Draws JSON text with everything in it that makes two printers of JSON differ.</summary>
/// <param name="random">Seeded, so that a failure can be drawn again.</param>
internal sealed class JsonTextGenerator(Random random)
{
    private static readonly string[] Names = ["0", "1", "7", "42", "00", "01", "-1", "1.0", "1e3", "4294967294", "4294967295", "4294967296", "9007199254740993", "a", "b", "a", "__proto__", "constructor", "toString", "length", "", " ", "é", "😀", "\\u2028", "\\ud800", "\\udc00\\ud800", "\\u0030"];
    private static readonly string[] Fragments = ["a", "Z", "'", "<", ">", "&", "+", "/", "\\/", "é", "ß", "😀", "👩‍👩‍👧", "\u2028", "\u2029", "\u00a0", "\u007f", "\u0080", "\ufeff", "\uffff", "\ufdd0", "\\\"", "\\\\", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u001F", "\\u007f", "\\u2028", "\\u00E9", "\\uD83D\\uDE00", "\\ud800", "\\uDFFF", "\\ud800\\ud800\\udc00", "\\udc00\\ud800", "\\uFEFF", "\\ud83d", "\\ude00"];
    private static readonly string[] Numbers = ["0", "-0", "0.0", "-0.0e5", "1.0", "1e0", "1E+2", "1e-7", "0.000001", "0.0000001", "123456789012345680000", "999999999999999999999", "1e20", "1e21", "1e22", "9007199254740991", "9007199254740992", "9007199254740993", "18446744073709551615", "-9223372036854775808", "5e-324", "2e-324", "4.9e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "1.7976931348623159e308", "1e309", "-1e400", "1e-400", "0.1", "0.30000000000000004", "4.35", "100", "1e5", "123e-20", "123e-2", "0.00001e5"];

    public string Value(int depth = 0) => random.Next(depth >= 4 ? 5 : 8) switch
    {
        0 => random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" },
        1 or 2 => Number(),
        3 or 4 => Quoted(Fragments),
        5 => $"[{Blank()}{string.Join($"{Blank()},{Blank()}", Enumerable.Range(0, random.Next(5)).Select(_ => Value(depth + 1)))}{Blank()}]",
        _ => $"{{{Blank()}{string.Join($"{Blank()},{Blank()}", Enumerable.Range(0, random.Next(7)).Select(_ => $"{Name()}{Blank()}:{Blank()}{Value(depth + 1)}"))}{Blank()}}}",
    };

    private string Blank() => random.Next(6) switch { 0 => " ", 1 => "\t ", _ => "" };

    private string Name() => random.Next(4) == 0 ? Quoted(Fragments) : random.Next(4) == 0 ? $"\"{random.NextInt64(0, 5_000_000_000)}\"" : $"\"{Names[random.Next(Names.Length)]}\"";

    private string Quoted(string[] fragments)
    {
        var text = new StringBuilder("\"");
        for (var i = random.Next(6); i > 0; i--) text.Append(fragments[random.Next(fragments.Length)]);
        return text.Append('"').ToString();
    }

    private string Number() => random.Next(6) switch
    {
        0 => Numbers[random.Next(Numbers.Length)],
        1 => random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
        2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        3 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) is var d && double.IsFinite(d) ? d.ToString("E" + random.Next(18), CultureInfo.InvariantCulture) : "0.5",
        4 => $"{random.Next(-9, 10)}.{random.Next(1_000_000):D6}e{random.Next(-30, 30)}",
        _ => (random.NextDouble() * Math.Pow(10, random.Next(-12, 25))).ToString("R", CultureInfo.InvariantCulture),
    };
}
