using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Host.Contracts;
using OpenPayments.Host.Problems;
using OpenPayments.Host.Store;
using OpenPayments.Host.Worker;
using StartAnswer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Created<OpenPayments.Host.Contracts.StartedPayment>,
    Microsoft.AspNetCore.Http.HttpResults.Accepted<OpenPayments.Host.Contracts.StartedPayment>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace OpenPayments.Host.Endpoints;

/// <summary>Starts a payment and tells its caller, and nobody else, what came of it: the consent page's address is part of that.</summary>
internal sealed class PaymentStarter(PaymentStore store, PaymentViews views, PaymentRuns runs, ConsentPages pages)
{
    /// <summary>Saves the first state and carries the payment on to its consent. What was begun goes on whether or not the caller waits.</summary>
    public async Task<StartAnswer> StartAsync(string id, ReadRequest.Order order, IdempotentRequest? request) =>
        await store.CreateAsync(id, order.First, order.ReturnUrl?.AbsoluteUri, request, CancellationToken.None).ConfigureAwait(false) switch
        {
            Creation.Created created => await RunAsync(id, created.Flow).ConfigureAwait(false),
            Creation.Same same => await TellAsync(same.PaymentId, again: true).ConfigureAwait(false),
            Creation.AnotherRequest => Problem.IdempotencyKeyReused(),
        };

    private async Task<StartAnswer> RunAsync(string id, LoadedFlow<FlowState> flow)
    {
        if (await runs.RunAsync(id, flow).ConfigureAwait(false) is Stop<FlowState>.Paused { State: var state, Redirect: { } redirect })
            return TypedResults.Created(Location(id), Describe(id, StoredSummary.Of(state), redirect.Reveal()));
        return await TellAsync(id, again: false).ConfigureAwait(false);
    }

    private async Task<StartAnswer> TellAsync(string id, bool again)
    {
        var summary = views.Find(id)!.Summary;
        return summary switch
        {
            { Status: FlowStatus.Failed, Reason: { } reason } => Problem.Failed(id, reason),
            { Status: FlowStatus.Preparing } when again => Problem.StillPreparing(id),
            { Status: FlowStatus.Preparing } => TypedResults.Accepted(Location(id), await DescribeAsync(id, summary).ConfigureAwait(false)),
            _ => TypedResults.Created(Location(id), await DescribeAsync(id, summary).ConfigureAwait(false)),
        };
    }

    private static string Location(string id) => $"/payments/{id}";

    private async Task<StartedPayment> DescribeAsync(string id, StoredSummary summary) =>
        Describe(id, summary, await pages.FindAsync(id, summary).ConfigureAwait(false));

    private static StartedPayment Describe(string id, StoredSummary summary, string? redirectUrl) => new()
    {
        Id = id,
        Status = summary.Status,
        RedirectUrl = redirectUrl,
        DebitAmount = summary.Debit,
        ReceiveAmount = summary.Receive,
        QuoteExpiresAt = summary.QuoteExpiresAt,
    };
}
