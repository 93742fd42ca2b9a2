using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>One stage of each case, at noon on the way of a one-time payment wherever that comes by.</summary>
public static class Stages
{
    public static readonly Discovering Discovering = new(Given.Alice.Id, "sender-wallet-address");

    public static readonly Granting Granting = new(GrantKind.IncomingPayment, Given.Bob.AuthServer);

    public static readonly CreatingIncoming CreatingIncoming = new(Given.Bob, Given.Receiving.Token, Given.Dollars(1000), null, Orders.Metadata);

    public static readonly Quoting Quoting = new(Given.Alice, Given.Quoting.Token, Given.Incoming.Id, null, Given.Dollars(1000), Plain: true);

    public static readonly ConsentRequest Request = new(Given.Alice, Orders.Finish, Given.Consent.Limit, Given.Quote.ExpiresAt);

    public static readonly Consenting.DrawingNonce DrawingNonce = new(Request);

    public static readonly Consenting.Seeking Seeking = new(Request, Given.Pending.Nonce);

    public static readonly Consenting.Awaiting Awaiting = new(Request, Given.Pending);

    public static readonly Consenting.Continuing Continuing = new(Request, Given.Pending, new Secret("hush-ref"));

    public static readonly Intent Intent = new(Given.Alice, Given.Incoming.Id, Given.Quote.Debit, Given.Quote.Receive, Given.Quote.Id, Given.Quote.ExpiresAt, null, Orders.Metadata);

    /// <summary>Of a payment without a quote: what protects it ends at 12:30.</summary>
    public static readonly Intent Marked = Intent with { Receive = null, Quote = null, DeadAt = Given.Noon.AddMinutes(30), Mark = "mark-1" };

    public static readonly Paying.Marking Marking = new(Marked with { Mark = null }, Given.Consent);

    public static readonly Paying.Creating Creating = new(Intent, Given.Consent);

    public static readonly Paying.Looking Looking = new(Intent, Given.Consent, Doubt: true);

    public static readonly Settling.Following Following = new(Given.Made, Given.Incoming);

    public static readonly Settling.Confirming Confirming = new(Given.Made, Given.Incoming, Given.Euros(11_000));

    public static readonly ReadingSpent ReadingSpent = new(Given.Alice.ResourceServer, Given.Consent.Token);

    public static readonly Pausing Pausing = new(Given.Noon.AddMonths(1));

    /// <summary>One of each, in the order of the guide.</summary>
    public static readonly IReadOnlyList<Stage> All =
    [
        Discovering, Granting, CreatingIncoming, Quoting, DrawingNonce, Seeking, Awaiting, Continuing, Marking, Creating, Looking, Following, Confirming, ReadingSpent, Pausing,
    ];

    /// <summary>Every case there is.</summary>
    public static IReadOnlyList<Type> Cases { get; } = [.. typeof(Stage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)) && !type.IsAbstract)];

    /// <summary>The one of this case.</summary>
    public static Stage Of(string name) => All.Single(stage => stage.GetType().Name == name);
}
