using Microsoft.AspNetCore.Mvc;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Description;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Security;
using OpenPayments.Host.Store;
using StartAnswer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Created<OpenPayments.Host.Contracts.StartedPayment>,
    Microsoft.AspNetCore.Http.HttpResults.Accepted<OpenPayments.Host.Contracts.StartedPayment>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace OpenPayments.Host.Endpoints;

/// <summary><c>POST /payments</c>: from an order to the payer's consent.</summary>
internal static class StartPayment
{
    private const int LargestBody = 64 * 1024;

    public static void MapStartPayment(this IEndpointRouteBuilder routes) => routes.MapPost("/payments", StartAsync)
        .WithName("startPayment")
        .WithTags("Payments")
        .WithSummary("Start a payment")
        .WithDescription("""
            Finds both wallets, creates the incoming payment and the quote, and asks the sender's wallet for a consent page. Nothing is
            paid before the payer has agreed there: send the payer's browser to `redirectUrl`.

            With an `Idempotency-Key`, asking again with the same body gives the same payment; with another body it is refused.
            """)
        .Accepts<StartPaymentRequest>("application/json")
        .WithExamples(Examples.StartPayment)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status502BadGateway)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout)
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
        .RequireAuthorization(ApiKeyAuthentication.Policy)
        .RequireRateLimiting(ApiKeyAuthentication.Policy);

    private static async Task<StartAnswer> StartAsync(
        HttpContext http, [FromHeader(Name = IdempotencyKeys.Header)] string? idempotencyKey, StartRequestReader reader, PaymentStarter starter, HostSettings settings)
    {
        if (!http.Request.HasJsonContentType()) return Problem.UnsupportedMediaType();
        if (!IdempotencyKeys.IsUsable(http.Request.Headers)) return Problem.BadIdempotencyKey();
        using var body = await JsonObjectBody.ReadAsync(http.Request).ConfigureAwait(false);
        var id = PaymentId.New();
        return body.Take(json => reader.Read(json, new Uri(settings.PublicUrl, $"payments/{id}/finish"))) switch
        {
            null => Problem.NotJson(body.Problem!),
            ReadRequest.Wrong wrong => Problem.Fields(wrong.Errors),
            ReadRequest.Order order => await starter.StartAsync(id, order, Identify(http, idempotencyKey, order)).ConfigureAwait(false),
        };
    }

    private static IdempotentRequest? Identify(HttpContext http, string? idempotencyKey, ReadRequest.Order order) =>
        idempotencyKey is null ? null : new IdempotentRequest(http.CallerName(), idempotencyKey, CanonicalRequest.Of(order.Payment, order.ReturnUrl));
}
