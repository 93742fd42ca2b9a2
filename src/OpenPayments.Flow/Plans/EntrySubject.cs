namespace OpenPayments.Flow.Plans;

/// <summary>What a journal entry answers. Replay compares it, so an entry can only be read by the line of the plan that wrote it.</summary>
/// <param name="Step">The step, such as <c>quote</c>.</param>
/// <param name="About">What it is about: the address that was read, the server of a grant, the incoming payment of a quote, the quote of a payment.</param>
/// <param name="Terms">What else was asked for, such as amounts and times; null where there is nothing else.</param>
public sealed record EntrySubject(string Step, string About, string? Terms = null)
{
    /// <summary>For people: "quote of https://… (debit 10.00 USD)".</summary>
    public override string ToString() =>
        $"{Step}{(About.Length == 0 ? "" : $" for {About}")}{(Terms is null ? "" : $" ({Terms})")}";
}
