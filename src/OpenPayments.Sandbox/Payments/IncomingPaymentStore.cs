using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Payments;

/// <summary>A provider's incoming payments in the order they were made; the vanished ones are never found. Used only inside the world's lock.</summary>
internal sealed class IncomingPaymentStore(Provider provider)
{
    private readonly Dictionary<Guid, HeldIncomingPayment> _payments = [];

    public void Add(HeldIncomingPayment payment) => _payments.Add(payment.Id, payment);

    public HeldIncomingPayment? Find(string id)
        => Guid.TryParse(id, out var guid) && _payments.GetValueOrDefault(guid) is { } payment && !payment.Vanished(provider.World.Now) ? payment : null;

    public HeldIncomingPayment? FindByUrl(Uri url) => Find(url.OriginalString.Split('/')[^1]) is { } payment && UrlIdentity.Same(payment.Url, url) ? payment : null;

    public IEnumerable<HeldIncomingPayment> All => _payments.Values.Where(p => !p.Vanished(provider.World.Now));
}
