namespace OpenPayments.Flow;

/// <summary>Where the creation of an outgoing payment stands.</summary>
public abstract record Paying : Stage
{
    internal const string StepName = "outgoing-payment";

    private Paying(Intent intent, Consent consent) => (Intent, Consent) = (intent, consent);

    /// <summary>What is to be paid.</summary>
    public Intent Intent { get; init; }

    /// <summary>What the payer agreed to.</summary>
    public Consent Consent { get; init; }

    internal sealed override string Step => StepName;

    internal sealed override Token? Token => Consent.Token;

    internal sealed override Step<Turn> Next() => this switch
    {
        Marking s => Ask.Usually(s, new DrawMark(), (mark, _) => new Turn.To(new Creating(s.Intent with { Mark = mark.Text }, s.Consent))),
        Creating s => Ask.Always(new CreateOutgoingPayment(s.Intent.Sender.ResourceServer, s.Consent.Token.Value, s.Intent.Body()), answer => OutgoingPayments.Created(s, answer)),
        Looking s => Ask.Always(new ListOutgoingPayments(s.Intent.Sender.ResourceServer, s.Consent.Token.Value, s.Intent.Sender.Id, s.Cursor), answer => OutgoingPayments.Listed(s, answer)),
    };

    internal sealed override Stage Renew(Token old, Token fresh) => this with { Consent = (Consent)Consent.Renew(old, fresh) };

    /// <summary>A mark is to be drawn, to find the payment by.</summary>
    public sealed record Marking(Intent Intent, Consent Consent) : Paying(Intent, Consent);

    /// <summary>The outgoing payment is to be created. <paramref name="Doubt"/>: an earlier attempt may yet have succeeded.</summary>
    public sealed record Creating(Intent Intent, Consent Consent, bool Doubt = false) : Paying(Intent, Consent);

    /// <summary>
    /// It is not known whether the outgoing payment exists: it is to be looked for before anything else. <paramref name="Because"/>:
    /// what the server said, if it spoke.
    /// </summary>
    public sealed record Looking(Intent Intent, Consent Consent, bool Doubt, Reason? Because = null, int Page = 1, string? Cursor = null) : Paying(Intent, Consent);
}
