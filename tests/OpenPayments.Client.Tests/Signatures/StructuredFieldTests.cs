using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace OpenPayments.Client.Tests;

public class StructuredFieldTests
{
    [Fact]
    public void Every_kind_of_item_is_read()
    {
        var members = StructuredFieldParser.Dictionary("a=1, b=-15 ,\tc=\"x \\\"\\\\\", d=:AQID:, e=?0, f, g=tok/en:*, h;p=1;q, i=(1 \"b\";c d);e")!;
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h", "i"], members.Select(m => m.Key));
        Assert.Equal(
            [new StructuredValue.Integer(1), new StructuredValue.Integer(-15), new StructuredValue.Text("x \"\\")],
            members.Take(3).Select(m => ((StructuredMember.Item)m.Value).Value));
        Assert.Equal([1, 2, 3], ((StructuredValue.Bytes)((StructuredMember.Item)members[3].Value).Value).Data);
        Assert.Equal("(1 \"b\";c d);e", SignatureParameters.Print((StructuredMember.InnerList)members[8].Value));
    }

    [Theory]
    [InlineData("a=1;"), InlineData("a=1,,b=2"), InlineData("a=1 b=2"), InlineData("a=:AQ ID:"), InlineData("a=:A:"), InlineData("a=:AQID"), InlineData("a=?2"), InlineData("a=\"x"), InlineData("a=\"\t\"")]
    [InlineData("a=-"), InlineData("a=1.5"), InlineData("A=1"), InlineData("1a=1"), InlineData("a =1"), InlineData("a=(1"), InlineData("a=(1,2)"), InlineData("a=((1))"), InlineData("a=@1")]
    public void What_is_malformed_is_refused(string text) => Assert.Null(StructuredFieldParser.Dictionary(text));

    [Property(Arbitrary = [typeof(FieldTexts)], MaxTest = 5000, EndSize = 40)]
    public bool No_text_makes_the_parser_throw_and_what_it_prints_is_read_back_as_the_same(FieldText field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var lists = (StructuredFieldParser.Dictionary(field.Text) ?? []).Select(member => member.Value).OfType<StructuredMember.InnerList>();
        return lists.Select(SignatureParameters.Print).All(printed =>
            SignatureParameters.Print((StructuredMember.InnerList)StructuredFieldParser.Dictionary("a=" + printed)!.Single().Value) == printed);
    }
}

/// <summary>A text made of what structured fields are made of, and of what they may not hold.</summary>
public sealed record FieldText(string Text);

/// <summary>Makes such texts; a shorter one is tried when a law breaks.</summary>
public static class FieldTexts
{
    private static readonly string[] Pieces = ["a", "sig1", "=", "(", ")", ";", ",", " ", "\t", "\"", "\\", ":", "AA==", "?", "1", "-", ".", "*", "é", "\0", "created", "\ud800"];

    public static Arbitrary<FieldText> Any() =>
        Arb.From(Gen.Elements(Pieces).ArrayOf().Select(pieces => new FieldText(string.Concat(pieces))), field => Enumerable.Range(0, field.Text.Length).Select(i => new FieldText(field.Text.Remove(i, 1))));
}
