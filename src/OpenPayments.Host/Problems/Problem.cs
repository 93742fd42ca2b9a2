using Microsoft.AspNetCore.Http.HttpResults;
using OpenPayments.Flow;
using OpenPayments.Host.Contracts;

namespace OpenPayments.Host.Problems;

/// <summary>The host's problems (RFC 9457): one place that makes them, so that each has a stable <c>type</c>, a title, and a detail for people.</summary>
internal static class Problem
{
    public const string TypePrefix = "urn:openpayments-host:problem:";

    /// <summary>Members of the request that are not right, each with its own sentence.</summary>
    public static ProblemHttpResult Fields(IReadOnlyList<FieldError> errors) => Make(
        StatusCodes.Status422UnprocessableEntity, "invalid-request", "The payment cannot be started as asked",
        string.Join(' ', errors.Select(error => error.Detail)), null, ("errors", errors.ToArray()));

    public static ProblemHttpResult NotJson(string why) => Make(
        StatusCodes.Status400BadRequest, "malformed-json", "The body is not a JSON object", why);

    public static ProblemHttpResult UnsupportedMediaType() => Make(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body's media type is not JSON", StatusSentences.Of(StatusCodes.Status415UnsupportedMediaType));

    public static ProblemHttpResult BadIdempotencyKey() => Make(
        StatusCodes.Status400BadRequest, "malformed-idempotency-key", "The Idempotency-Key cannot be used",
        "Idempotency-Key must be one text of 1 to 255 printable ASCII characters.");

    public static ProblemHttpResult IdempotencyKeyReused() => Make(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "The Idempotency-Key belongs to another request",
        "A payment was started with this Idempotency-Key and another body. Use a new key for a new payment, or send the same body again.");

    public static ProblemHttpResult StillPreparing(string id) => Make(
        StatusCodes.Status409Conflict, "still-preparing", "The same request is being worked on",
        "A payment was started with this Idempotency-Key and is still being prepared. Ask again in a second, or follow it at its own address.", id);

    public static ProblemHttpResult NoSuchPayment() => Make(
        StatusCodes.Status404NotFound, "no-such-payment", "There is no such payment", "No payment has this id. Check the address: ids are told apart by upper and lower case.");

    /// <summary>An interaction result that was turned away. Nothing of it is repeated.</summary>
    public static ProblemHttpResult Rejected(string id, string why) => Make(
        StatusCodes.Status400BadRequest, "interaction-rejected", "This is not the answer of the wallet",
        $"{why} Nothing has changed: the payment stands where it stood.", id);

    /// <summary>A payment that ended without the money arriving.</summary>
    public static ProblemHttpResult Failed(string id, Reason reason) => Make(
        StatusOf(reason.Fault), reason.Code, "The payment failed", reason.Detail, id,
        ("step", reason.Step), ("advice", reason.Advice), ("errors", FieldOf(reason) is { } field ? new[] { field } : null));

    /// <summary>A look-up that found none.</summary>
    public static ProblemHttpResult NoWalletAddress(string why) => Make(
        StatusCodes.Status502BadGateway, "no-wallet-address", "There is no wallet address", why, null, ("errors", new[] { new FieldError("#/url", why) }));

    private static int StatusOf(Fault fault) => fault switch
    {
        Fault.Order => StatusCodes.Status422UnprocessableEntity,
        Fault.Setup => StatusCodes.Status502BadGateway,
        Fault.Payer => StatusCodes.Status409Conflict,
        Fault.Provider => StatusCodes.Status502BadGateway,
        Fault.Network => StatusCodes.Status504GatewayTimeout,
    };

    /// <summary>The member of the request that a failure is about, where it is about one.</summary>
    private static FieldError? FieldOf(Reason reason) => (reason.Fault, reason.Code, reason.Step) switch
    {
        (Fault.Order, Reason.Codes.AssetMismatch, _) => new FieldError("#/incomingAmount", reason.Detail),
        (_, _, "sender-wallet-address") => new FieldError("#/senderWalletAddress", reason.Detail),
        (_, _, "receiver-wallet-address") => new FieldError("#/receiverWalletAddress", reason.Detail),
        _ => null,
    };

    private static ProblemHttpResult Make(int status, string code, string title, string detail, string? id = null, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var members = new Dictionary<string, object?> { ["code"] = code };
        if (id is not null) members["id"] = id;
        foreach (var (name, value) in more)
        {
            if (value is not null) members[name] = value;
        }
        return TypedResults.Problem(detail, id is null ? null : $"/payments/{id}", status, title, TypePrefix + code, members);
    }
}
