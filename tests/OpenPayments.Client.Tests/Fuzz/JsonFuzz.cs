using System.Text;
using System.Text.Json;
using Xunit;
using static OpenPayments.Fuzzing.Fuzz;

namespace OpenPayments.Client.Tests.Fuzz;

/// <summary>Any bytes are JSON, and then have one canonical form, or are not.</summary>
public sealed class JsonFuzz
{
    [Fact]
    public void Bytes_have_one_canonical_form_or_are_no_JSON() => Each("CanonicalJson.Canonicalize", Corpus.Json, (text, random) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(4) == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256); // no UTF-8 any more
        try
        {
            var canonical = CanonicalJson.Canonicalize(bytes);
            Assert.Equal(Encoding.UTF8.GetString(canonical), Encoding.UTF8.GetString(CanonicalJson.Canonicalize(canonical)));
        }
        catch (JsonException)
        {
            // it is none
        }
    });
}
