namespace OpenPayments.Host.Description;

/// <summary>An example of an operation: a request's body, or an answer's by status and media type.</summary>
/// <param name="Status">0 for the request.</param>
internal sealed record Example(int Status, string MediaType, string Text);

/// <summary>The examples of an operation, put on its endpoint.</summary>
internal sealed record OperationExamples(IReadOnlyList<Example> All);

/// <summary>The examples in the API's description. One payment runs through all of them.</summary>
internal static class Examples
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    private const string Id = "J0kXW2y9q3o8b1cTgR5vLwZe";
    private const string Debit = """{"value":"1025","assetCode":"USD","assetScale":2}""";
    private const string Receive = """{"value":"1000","assetCode":"USD","assetScale":2}""";

    private const string Completed = $$"""
        {"id":"{{Id}}","status":"completed","step":"completed","debitAmount":{{Debit}},"receiveAmount":{{Receive}},"sentAmount":{{Receive}},"receivedAmount":{{Receive}},
         "outgoingPayment":"https://cloudnine.example/outgoing-payments/8f1c","incomingPayment":"https://happylife.example/incoming-payments/2b77",
         "createdAt":"2026-11-22T09:00:00+00:00","updatedAt":"2026-11-22T09:00:42+00:00"}
        """;

    private const string NoSuchPayment = """
        {"type":"urn:openpayments-host:problem:no-such-payment","title":"There is no such payment","status":404,
         "detail":"No payment has this id. Check the address: ids are told apart by upper and lower case.","code":"no-such-payment"}
        """;

    public static OperationExamples StartPayment { get; } = new(
    [
        new(0, Json, $$"""
            {"senderWalletAddress":"$cloudnine.example/alice","receiverWalletAddress":"https://happylife.example/bob",
             "incomingAmount":{{Receive}},"metadata":{"orderId":"42"},"returnUrl":"https://shop.example/thanks"}
            """),
        new(201, Json, $$"""
            {"id":"{{Id}}","status":"awaiting-consent","redirectUrl":"https://auth.cloudnine.example/interact/5d3a",
             "debitAmount":{{Debit}},"receiveAmount":{{Receive}},"quoteExpiresAt":"2026-11-22T09:05:00+00:00"}
            """),
        new(202, Json, $$"""{"id":"{{Id}}","status":"preparing","receiveAmount":{{Receive}}}"""),
        new(422, ProblemJson, """
            {"type":"urn:openpayments-host:problem:invalid-request","title":"The payment cannot be started as asked","status":422,
             "detail":"The amount is 0; it must be at least 1 of the asset's smallest unit.","code":"invalid-request",
             "errors":[{"pointer":"#/incomingAmount/value","detail":"The amount is 0; it must be at least 1 of the asset's smallest unit."}]}
            """),
        new(504, ProblemJson, $$"""
            {"type":"urn:openpayments-host:problem:unreachable","title":"The payment failed","status":504,"detail":"No answer after 5 attempts: timed out.",
             "instance":"/payments/{{Id}}","code":"unreachable","id":"{{Id}}","step":"quote","advice":"Nothing was paid. Check the address, or try again later."}
            """),
    ]);

    public static OperationExamples ShowPayment { get; } = new([new(200, Json, Completed), new(404, ProblemJson, NoSuchPayment)]);

    public static OperationExamples FollowPayment { get; } = new(
    [
        new(200, "text/event-stream", $"event: step\ndata: {Completed.ReplaceLineEndings("")}\nid: 14\n\n"),
        new(404, ProblemJson, NoSuchPayment),
    ]);

    public static OperationExamples FinishPayment { get; } = new(
    [
        new(400, ProblemJson, $$"""
            {"type":"urn:openpayments-host:problem:interaction-rejected","title":"This is not the answer of the wallet","status":400,
             "detail":"The hash does not prove that the payer's wallet sent it: it was made up, or belongs to another payment. Nothing has changed: the payment stands where it stood.",
             "instance":"/payments/{{Id}}","code":"interaction-rejected","id":"{{Id}}"}
            """),
        new(404, ProblemJson, NoSuchPayment),
    ]);

    public static OperationExamples ShowWalletAddress { get; } = new(
    [
        new(200, Json, """{"id":"https://happylife.example/bob","publicName":"Bob","assetCode":"USD","assetScale":2}"""),
    ]);
}
