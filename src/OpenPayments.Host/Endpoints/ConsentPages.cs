using OpenPayments.Flow;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Endpoints;

/// <summary>
/// Where the payer agrees. The first page is told to the one who starts the payment. A second one, after a consent that came to
/// nothing, has nobody to be told to but the payer, who has come back and knows the payment's id: it is shown with the payment.
/// </summary>
internal sealed class ConsentPages(PaymentStore store)
{
    /// <summary>The page that is waited for; null where none is.</summary>
    public async Task<string?> FindAsync(string id, StoredSummary summary) => (await LoadAsync(id, summary).ConfigureAwait(false))?.Redirect.Reveal();

    /// <summary>The page of a consent that is asked for once more; null where that is not so. The reason stands in the summary, so that most need no state opened.</summary>
    public async Task<string?> FindAgainAsync(string id, StoredSummary summary) =>
        summary.Reason is not null && await LoadAsync(id, summary).ConfigureAwait(false) is { Again: not null } page ? page.Redirect.Reveal() : null;

    private async Task<ConsentPage?> LoadAsync(string id, StoredSummary summary) =>
        summary.Status == FlowStatus.AwaitingConsent && await store.LoadAsync(id, CancellationToken.None).ConfigureAwait(false) is { State: var state } ? ConsentPage.Of(state) : null;
}
