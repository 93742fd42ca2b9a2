using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.Generated.Tests;

/// <summary>What the reference server answered in a whole one-time payment, body for body.</summary>
public class RealAnswersTests
{
    private static readonly JsonArray Recorded = JsonNode.Parse(File.ReadAllText("Data/one-time-payment-answers.json"))!.AsArray();

    public static TheoryData<int, string> Answers => [.. Recorded.Select((a, i) => (i, a!["step"]!.GetValue<string>()))];

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_real_answer_loads_and_loses_nothing(int index, string step)
    {
        var set = GeneratedSet.Of("own");
        var body = JsonNode.Parse(Recorded[index]!["body"]!.GetValue<string>());
        var back = RoundTrip.Back(body, set.Info(set.Answer(Recorded[index]!["operation"]!.GetValue<string>())));
        Assert.True(RoundTrip.Same(body, back), $"{step}\n{body?.ToJsonString()}\n{back?.ToJsonString()}");
    }

    [Fact]
    public void The_recording_holds_every_answer_with_a_body() => Assert.Equal(18, Recorded.Count);

    [Fact]
    public void A_completed_incoming_payment_without_methods_is_still_read_whole()
    {
        var view = JsonSerializer.Deserialize(
            """{"id":"https://happylife.example/op/incoming-payments/1","walletAddress":"https://happylife.example/shop","completed":true,"receivedAmount":{"value":"1","assetCode":"USD","assetScale":2},"createdAt":"2026-11-22T06:02:25.807Z"}""",
            OpenPaymentsJsonContext.Default.IncomingPaymentView);
        Assert.Empty(Assert.IsType<IncomingPaymentWithMethods>(view).Methods);
    }

    [Fact]
    public void An_error_without_a_code_keeps_its_description()
    {
        var error = JsonSerializer.Deserialize("""{"error":{"description":"body must be object"}}""", OpenPaymentsJsonContext.Default.ErrorResponse)!.Error;
        Assert.Equal((null, "body must be object"), (error.Code, error.Description));
    }

    [Fact]
    public void The_time_until_which_a_quote_holds_is_a_point_in_time()
    {
        var quote = Recorded.First(a => a!["operation"]!.GetValue<string>() == "CreateQuote")!["body"]!.GetValue<string>();
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 6, 7, 26, 760, TimeSpan.Zero), JsonSerializer.Deserialize(quote, OpenPaymentsJsonContext.Default.Quote)!.ExpiresAt);
    }
}
