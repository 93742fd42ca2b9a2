using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using OpenPayments.Flow;
using OpenPayments.Host.Configuration;
using OpenPayments.Host.Description;
using OpenPayments.Host.Page;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Store;
using OpenPayments.Host.Worker;

namespace OpenPayments.Host.Endpoints;

/// <summary><c>GET /payments/{id}/finish</c>: where the wallet sends the payer back to (RFC 9635 section 4.2.1).</summary>
internal static class FinishPayment
{
    public static void MapFinishPayment(this IEndpointRouteBuilder routes) => routes.MapGet("/payments/{id}/finish", FinishAsync)
        .WithName("finishPayment")
        .WithTags("Payments")
        .WithSummary("Take the payer back from the wallet")
        .WithDescription("""
            For the payer's browser, not for programs: the finish URI of the interaction. A hash that fits carries the payment on, and the browser
            is sent to the payment's `returnUrl`, with `paymentId` in the query, or to this host's page; to the page in any case where it is
            known by then that the payer has to agree once more. What does not prove to come from the wallet changes nothing; neither does coming twice, or late.
            """)
        .WithExamples(Examples.FinishPayment)
        .Produces(StatusCodes.Status303SeeOther)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> FinishAsync(
        string id, HttpContext http, string? hash, string? interact_ref, string? result, PaymentViews views, ConsentPages pages, PaymentRuns runs, HostSettings settings)
    {
        if (views.Find(id) is not { } payment) return ForBrowsers(http, Problem.NoSuchPayment());
        if (InteractionQuery.Read(http.Request.Query) is not { } back)
            return ForBrowsers(http, Problem.Rejected(id, "A wallet comes back with one hash and one interact_ref, or with one result."));
        return await runs.ReturnAsync(id, back).ConfigureAwait(false) switch
        {
            Rejection.HashMismatch => ForBrowsers(http, Problem.Rejected(id, "The hash does not prove that the payer's wallet sent it: it was made up, or belongs to another payment.")),
            Rejection.Malformed malformed => ForBrowsers(http, Problem.Rejected(id, $"{malformed.What} is not well-formed.")),
            Rejection.NotAwaited or null => SeeOther(http, await AfterwardsOf(id, payment.ReturnUrl, views, pages, settings).ConfigureAwait(false)),
        };
    }

    /// <summary>This host's page says why the payer is to agree once more, and where; where a shop sends people it need not be known.</summary>
    private static async Task<string> AfterwardsOf(string id, string? returnUrl, PaymentViews views, ConsentPages pages, HostSettings settings) =>
        returnUrl is null || await pages.FindAgainAsync(id, views.Find(id)!.Summary).ConfigureAwait(false) is not null
            ? new Uri(settings.PublicUrl, $"?payment={id}").AbsoluteUri
            : QueryHelpers.AddQueryString(returnUrl, "paymentId", id);

    /// <summary>303: whatever the method was, the browser GETs what follows (RFC 9110 section 15.4.4).</summary>
    private static StatusCodeHttpResult SeeOther(HttpContext http, string location)
    {
        http.Response.Headers.Location = location;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult ForBrowsers(HttpContext http, ProblemHttpResult problem) => ProblemPage.IsAskedFor(http.Request) ? ProblemPage.Of(problem.ProblemDetails) : problem;
}
