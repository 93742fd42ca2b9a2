using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Which access may be asked for at all, and for which a person must be asked.</summary>
internal static class AccessRules
{
    private const int MostItems = 3;

    /// <summary>Throws when the items do not make sense at this provider.</summary>
    public static void Check(IReadOnlyList<AccessItem> access, Subject? subject, Provider provider)
    {
        if (access.Count == 0 && subject is null) throw Refused.InvalidRequest("nothing is asked for: access_token.access is empty");
        if (access.Count > MostItems) throw Refused.InvalidRequest($"access_token.access takes at most {MostItems} items");
        if (access.DistinctBy(a => a.GetType()).Count() != access.Count) throw Refused.InvalidRequest("access_token.access names a type twice");
        foreach (var item in access)
            item.Match(
                accessIncoming: incoming => CheckActions(incoming.Actions) && (incoming.Identifier is null || Known(incoming.Identifier, provider) is not null),
                accessOutgoing: outgoing => CheckActions(outgoing.Actions) && CheckLimits(outgoing.Limits, Known(outgoing.Identifier, provider)),
                accessQuote: quote => CheckActions(quote.Actions),
                unknown: _ => throw Refused.InvalidRequest("access_token.access takes items of type incoming-payment, outgoing-payment and quote"));
        if (subject is null) return;
        if (subject.SubIds is not [{ Id: var id }]) throw Refused.InvalidRequest("subject.sub_ids takes exactly one wallet address");
        var owner = Known(UrlText.ReadAbsolute(id) ?? throw Refused.InvalidRequest("subject.sub_ids[0].id is not a URI"), provider);
        if (access.OfType<AccessOutgoing>().Any(a => !UrlIdentity.Same(a.Identifier, owner.WalletAddress)))
            throw Refused.InvalidRequest("subject.sub_ids and the outgoing payment's identifier name different wallet addresses: one person is asked");
    }

    /// <summary>Money that leaves an account, and saying whose it is, take the owner's consent.</summary>
    public static bool NeedInteraction(IReadOnlyList<AccessItem> access, Subject? subject) => subject is not null || access.OfType<AccessOutgoing>().Any();

    private static bool CheckActions<T>(IReadOnlyList<T> actions)
        => actions.Count > 0 && actions.Distinct().Count() == actions.Count ? true : throw Refused.InvalidRequest("actions must be named once each, and at least one");

    private static Account Known(Uri identifier, Provider provider)
        => provider.Wallets.ByUrl(identifier) ?? throw Refused.InvalidRequest("the identifier is not a wallet address of this provider");

    private static bool CheckLimits(LimitsOutgoing? limits, Account account)
    {
        if (limits is LimitsOutgoing.Unknown) throw Refused.InvalidRequest("limits takes receiver, interval, and debitAmount or receiveAmount");
        if (limits is LimitsOutgoing.WithDebitAmount { DebitAmount: var debit } && !account.Asset.Fits(debit))
            throw Refused.InvalidRequest("limits.debitAmount is not in the account's asset and scale");
        if (limits?.Interval is { } interval && Interval.Fault(interval) is { } fault) throw Refused.InvalidRequest($"limits.interval: {fault}");
        return true;
    }
}
