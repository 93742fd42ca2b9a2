using OpenPayments.Flow;

namespace OpenPayments.Host.Store;

/// <summary>A state to carry on.</summary>
/// <param name="State">The state.</param>
/// <param name="Version">To be named in the next save.</param>
/// <param name="Asked">Its question was about to be asked when it was saved: whether it was is not known.</param>
internal sealed record LoadedState(Payment State, long Version, bool Asked);
