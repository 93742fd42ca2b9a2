using FsCheck;
using FsCheck.Fluent;
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

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        var pieces = new[] { "a", "sig1", "=", "(", ")", ";", ",", " ", "\t", "\"", "\\", ":", "AA==", "?", "1", "-", ".", "*", "é", "\0", "created", "\ud800" };
        var texts = Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var first = StructuredFieldParser.Dictionary(text);
            foreach (var (_, member) in first ?? [])
                if (member is StructuredMember.InnerList list)
                {
                    // what prints is read back as the same
                    var printed = SignatureParameters.Print(list);
                    var again = (StructuredMember.InnerList)StructuredFieldParser.Dictionary("a=" + printed)!.Single().Value;
                    if (SignatureParameters.Print(again) != printed) return false;
                }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(40));
    }
}
