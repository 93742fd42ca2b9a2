namespace OpenPayments.Flow.Testing.Model;

/// <summary>What servers do that the specification allows, or that was seen all the same, and that must cost nobody money.</summary>
[Flags]
public enum Quirks
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>Optional members are absent from outgoing payments: <c>quoteId</c>, <c>failed</c>, <c>metadata</c>.</summary>
    LeavesOutOptional = 1 << 0,

    /// <summary>URLs are repeated in another spelling: host in upper case, percent-encoding, a slash at the end.</summary>
    SpellsOtherwise = 1 << 1,

    /// <summary>The list of outgoing payments shows a new one only after two minutes.</summary>
    ListLags = 1 << 2,

    /// <summary>The list of outgoing payments never shows those of this client.</summary>
    ListLeavesOut = 1 << 3,

    /// <summary>The sender has 1,050 newer outgoing payments.</summary>
    ListIsLong = 1 << 4,

    /// <summary>The list of outgoing payments answers 503, for two hours from the payment's creation.</summary>
    ListIsDown = 1 << 5,

    /// <summary>The sender's server says <c>failed</c> and <c>sentAmount</c> 0 of a payment that has arrived in full.</summary>
    SaysFailed = 1 << 6,

    /// <summary>The sender's server says <c>sentAmount</c> 0, and not failed, for ever.</summary>
    SaysNothingSent = 1 << 7,

    /// <summary>The sender's server shows another debit than the one that it makes.</summary>
    ShowsAnotherDebit = 1 << 8,

    /// <summary>One unit less than was agreed arrives, and nothing more follows.</summary>
    FallsShort = 1 << 9,

    /// <summary>The receiver's server does not answer for two hours from the payment's creation.</summary>
    ReceiverIsDown = 1 << 10,
}
