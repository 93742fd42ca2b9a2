using System.Numerics;

namespace OpenPayments.Sandbox.Money;

/// <summary>
/// The books of both providers, double-entry: a posting moves money between accounts and creates none, so the sum of all accounts is
/// zero in every asset at every moment. Balances are kept beside the journal, and <see cref="Audit"/> checks one against the other.
/// </summary>
public sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<IReadOnlyList<LedgerLine>> _journal = [];
    private readonly Dictionary<LedgerAccount, BigInteger> _balances = [];

    /// <summary>What the account holds, in units of its asset; zero for one never posted to.</summary>
    public BigInteger Balance(LedgerAccount account)
    {
        lock (_gate) return _balances.GetValueOrDefault(account);
    }

    /// <summary>Every account with its balance, ordered by provider, kind and name.</summary>
    public IReadOnlyDictionary<LedgerAccount, BigInteger> Balances()
    {
        lock (_gate)
            return _balances.OrderBy(b => b.Key.Provider).ThenBy(b => b.Key.Kind).ThenBy(b => b.Key.Name).ThenBy(b => b.Key.Asset.Code)
                .ToDictionary(b => b.Key, b => b.Value);
    }

    /// <summary>Posts all lines or none. False when an account would be overdrawn; a posting that does not balance is a mistake in this program and throws.</summary>
    internal bool TryPost(params IReadOnlyList<LedgerLine> lines)
    {
        if (Unbalanced(lines).FirstOrDefault() is { } asset) throw new InvalidOperationException($"A posting creates or destroys {asset.Code}.");
        lock (_gate)
        {
            var after = lines.GroupBy(l => l.Account).Select(g => (Account: g.Key, Balance: _balances.GetValueOrDefault(g.Key) + Sum(g))).ToList();
            if (after.Any(a => a.Balance.Sign < 0 && !a.Account.MayBeNegative)) return false;
            foreach (var (account, balance) in after) _balances[account] = balance;
            _journal.Add(lines);
            return true;
        }
    }

    /// <summary>Adds up the journal from the beginning.</summary>
    public LedgerAudit Audit()
    {
        lock (_gate)
        {
            var lines = _journal.SelectMany(l => l).ToList();
            var sums = lines.GroupBy(l => l.Account).ToDictionary(g => g.Key, Sum);
            return new LedgerAudit(_journal.Count,
            [
                .. Unbalanced(lines).Select(a => $"{a.Code} at scale {a.Scale} does not sum to zero"),
                .. sums.Where(s => s.Value.Sign < 0 && !s.Key.MayBeNegative).Select(s => $"{s.Key} is overdrawn"),
                .. sums.Where(s => s.Value != _balances.GetValueOrDefault(s.Key)).Select(s => $"{s.Key} holds another balance than its journal"),
            ]);
        }
    }

    private static IEnumerable<Asset> Unbalanced(IEnumerable<LedgerLine> lines)
        => lines.GroupBy(l => l.Account.Asset).Where(g => !Sum(g).IsZero).Select(g => g.Key);

    private static BigInteger Sum(IEnumerable<LedgerLine> lines) => lines.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Change);
}
