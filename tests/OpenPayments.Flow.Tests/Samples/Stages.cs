using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>One stage of each case, at noon on the way of a one-time payment wherever that passes it.</summary>
public static class Stages
{
    public static readonly ReadingWalletAddress ReadingWalletAddress = new(Given.Alice.Id, "sender-wallet-address");

    public static readonly RequestingGrant RequestingGrant = new(GrantKind.IncomingPayment, Given.Bob.AuthServer);

    public static readonly CreatingIncomingPayment CreatingIncomingPayment =
        new(Given.Bob, Given.Receiving, Given.Dollars(1000), null, Orders.Metadata);

    public static readonly CreatingQuote CreatingQuote =
        new(Given.Alice, Given.Quoting, Given.Incoming, null, Given.Dollars(1000), Plain: true);

    public static readonly ConsentRequest Request = new(Given.Alice, Orders.Finish, Given.Consent.Limit, Given.Quote.CertainUntil);

    public static readonly DrawingNonce DrawingNonce = new(Request);

    public static readonly RequestingConsent RequestingConsent = new(Request, Given.Pending.Nonce);

    public static readonly AwaitingReturn AwaitingReturn = new(Request, Given.Pending);

    public static readonly ContinuingGrant ContinuingGrant = new(Request, Given.Pending, new Secret("hush-ref"));

    public static readonly CreatingOutgoingPayment CreatingOutgoingPayment = new(Given.Intent, Given.Consent);

    public static readonly SearchingOutgoingPayment SearchingOutgoingPayment =
        new(Given.Intent, Given.Consent, new Doubt(Given.Noon, MayResend: true));

    public static readonly AskingReceiver AskingReceiver =
        new(Given.Intent, Given.Consent, new Doubt(Given.Noon, MayResend: false, Listed: true));

    public static readonly FollowingOutgoingPayment FollowingOutgoingPayment = new(Given.Outgoing, Given.Incoming, new Sight());

    public static readonly ConfirmingArrival ConfirmingArrival = new(Given.Outgoing, Given.Incoming, new Sight(Given.Euros(11_000)));

    public static readonly ReadingSpentAmounts ReadingSpentAmounts = new(Given.Alice, Given.Consent.Token);

    public static readonly RenewingToken RenewingToken = new(Given.Quoting.Token, Given.Quoting, CreatingQuote with { Renewed = true });

    public static readonly Pausing Pausing = new(Given.Noon.AddMonths(1));

    public static readonly AwaitingOrder AwaitingOrder = new(Orders.Future.Limit, 1, Orders.Future.OpenUntil);

    /// <summary>One of each, in the order of the guide.</summary>
    public static readonly IReadOnlyList<Stage> All =
    [
        ReadingWalletAddress, RequestingGrant, CreatingIncomingPayment, CreatingQuote, DrawingNonce, RequestingConsent, AwaitingReturn,
            ContinuingGrant,
        CreatingOutgoingPayment, SearchingOutgoingPayment, AskingReceiver, FollowingOutgoingPayment, ConfirmingArrival, ReadingSpentAmounts,
        RenewingToken, Pausing, AwaitingOrder,
    ];

    /// <summary>Every case there is.</summary>
    public static IReadOnlyList<Type> Cases => StoredNames.CasesOf(typeof(Stage));

    /// <summary>The one of this case.</summary>
    public static Stage Of(string name) => All.Single(stage => stage.GetType().Name == name);
}
