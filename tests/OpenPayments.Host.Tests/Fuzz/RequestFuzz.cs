using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Generated;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Contracts;

namespace OpenPayments.Host.Tests.Fuzz;

/// <summary>Any body is an order, or is told what is wrong with it; two bodies have one digest exactly when they say the same.</summary>
public sealed class RequestFuzz
{
    private static readonly string[] Bodies =
    [
        """{"senderWalletAddress":"$wallet.example/alice","receiverWalletAddress":"https://wallet.example/bob","incomingAmount":{"value":"1000","assetCode":"USD","assetScale":2}}""",
        """{"senderWalletAddress":"https://a.example","receiverWalletAddress":"$b.example","incomingAmount":{"value":"1","assetCode":"€","assetScale":255},"metadata":{"n":[1e400,0.1],"\ud800":1,"\udc00/~":2},"returnUrl":"https://shop.example/?a"}""",
        """{"senderWalletAddress":"file:///a","receiverWalletAddress":"$b.example","incomingAmount":{"value":"1","assetCode":"USD","assetScale":0},"returnUrl":"file://\u202e/a"}""",
    ];

    [Fact]
    public void A_body_is_an_order_or_is_told_what_is_wrong_with_it()
    {
        var reader = new StartRequestReader(new UrlPolicy(allowLoopback: true), new ReturnOrigins([new Uri("https://shop.example")]));
        var http = new DefaultHttpContext();
        Fuzzing.Fuzz.Each("StartRequestReader.Read", Bodies, (text, _) =>
        {
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(text));
            using var body = JsonObjectBody.ReadAsync(http.Request).GetAwaiter().GetResult();
            switch (body.Take(json => reader.Read(json, new Uri("https://pay.example/finish"))))
            {
                case null: Assert.EndsWith(".", body.Problem, StringComparison.Ordinal); break;
                case ReadRequest.Wrong wrong: Assert.All(Some(wrong.Errors), error => Assert.StartsWith("#", error.Pointer, StringComparison.Ordinal)); break;
                case ReadRequest.Order order: Assert.NotEmpty(CanonicalRequest.Of(order.Payment, order.ReturnUrl)); break;
            }
        });
    }

    [Fact]
    public void A_number_in_metadata_is_refused_exactly_where_ECMAScript_would_change_it() => Fuzzing.Fuzz.Each("numbers in metadata", ["12345678901234567890", "-0.1e-5", "1e400", "123.4500E+3", "0"], (text, random) =>
    {
        if (!IsNumber(text) || text.Length > 60) return;
        using var canonical = JsonDocument.Parse(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(text)));
        var lossy = Flows.Start(new OneTimePayment(
            new Uri("https://wallet.example/alice"), new Uri("https://wallet.example/bob"), new Amount { Value = 1, AssetCode = "USD", AssetScale = 2 },
            new Uri("https://pay.example/finish"), $"{{\"n\":{text}}}")).IsLeft;
        if (Exactly(text) is not { } exactly) return;
        Assert.Equal(canonical.RootElement.ValueKind != JsonValueKind.Number || Exactly(canonical.RootElement.GetRawText()) != exactly, lossy);
    });

    private static IReadOnlyList<FieldError> Some(IReadOnlyList<FieldError> errors)
    {
        Assert.NotEmpty(errors);
        return errors;
    }

    private static bool IsNumber(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The number in thousandths of a thousandth …: an integer that is exact, for exponents that are not absurd.</summary>
    private static BigInteger? Exactly(string number)
    {
        const int Shift = 600;
        var parts = number.Trim().Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        if (!int.TryParse(parts.Length > 1 ? parts[1] : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || Math.Abs(exponent) > 450) return null;
        return BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, Shift + exponent - decimals);
    }
}
