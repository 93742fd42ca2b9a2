using Microsoft.AspNetCore.Http.HttpResults;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Description;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Endpoints;

/// <summary><c>GET /payments/{id}</c>: where it stands.</summary>
internal static class ShowPayment
{
    public static void MapShowPayment(this IEndpointRouteBuilder routes) => routes.MapGet("/payments/{id}", ShowAsync)
        .WithName("getPayment")
        .WithTags("Payments")
        .WithSummary("See where a payment stands")
        .WithDescription("Needs no API key: the id, which cannot be guessed, is what entitles. No token is in the answer, and the address of a consent page only where the payer has to agree once more.")
        .WithExamples(Examples.ShowPayment)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<PaymentView>, ProblemHttpResult>> ShowAsync(string id, PaymentViews views, ConsentPages pages)
    {
        if (views.Find(id) is not { } payment) return Problem.NoSuchPayment();
        var redirectUrl = await pages.FindAgainAsync(id, payment.Summary).ConfigureAwait(false);
        return TypedResults.Ok(PaymentView.Of(id, payment.Summary, payment.CreatedAt, payment.UpdatedAt, redirectUrl));
    }
}
