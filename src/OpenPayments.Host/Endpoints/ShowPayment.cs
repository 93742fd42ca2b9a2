using Microsoft.AspNetCore.Http.HttpResults;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Description;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Endpoints;

/// <summary><c>GET /payments/{id}</c>: where it stands.</summary>
internal static class ShowPayment
{
    public static void MapShowPayment(this IEndpointRouteBuilder routes) => routes.MapGet("/payments/{id}", Show)
        .WithName("getPayment")
        .WithTags("Payments")
        .WithSummary("See where a payment stands")
        .WithDescription("Needs no API key: the id, which cannot be guessed, is what entitles. No token and no consent page's address is in the answer.")
        .WithExamples(Examples.ShowPayment)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<PaymentView>, ProblemHttpResult> Show(string id, PaymentViews views) =>
        views.Find(id) is { } payment ? TypedResults.Ok(PaymentView.Of(id, payment.Summary, payment.CreatedAt, payment.UpdatedAt)) : Problem.NoSuchPayment();
}
