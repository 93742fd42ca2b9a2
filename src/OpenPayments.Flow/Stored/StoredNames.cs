using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;

namespace OpenPayments.Flow;

/// <summary>
/// What each case is called in a stored state. These names are a contract: one is added, and none is ever changed or used for something
/// else.
/// </summary>
internal static class StoredNames
{
    private static readonly Dictionary<Type, (string Member, (Type Type, string Name)[] Cases)> Hierarchies = new()
    {
        [typeof(Order)] = ("flow",
        [
            (typeof(OneTimePayment), "one-time-payment"),
            (typeof(FixedDebitRemittance), "fixed-debit-remittance"),
            (typeof(FixedReceiveRemittance), "fixed-receive-remittance"),
            (typeof(Subscription), "subscription"),
            (typeof(RecurringFixedDebit), "recurring-fixed-debit"),
            (typeof(RecurringFixedReceive), "recurring-fixed-receive"),
            (typeof(SplitPayment), "split-payment"),
            (typeof(FuturePayments), "future-payments"),
            (typeof(WalletOwnership), "wallet-ownership"),
        ]),
        [typeof(Progress)] = ("at",
        [
            (typeof(Progress.Asking), "asking"),
            (typeof(Progress.Waiting), "waiting"),
            (typeof(Progress.Releasing), "releasing"),
            (typeof(Progress.Completed), "completed"),
            (typeof(Progress.Partial), "partial"),
            (typeof(Progress.Failed), "failed"),
            (typeof(Progress.Uncertain), "uncertain"),
            (typeof(Progress.Cancelled), "cancelled"),
        ]),
        [typeof(Stage)] = ("stage",
        [
            (typeof(ReadingWalletAddress), "reading-wallet-address"),
            (typeof(RequestingGrant), "requesting-grant"),
            (typeof(CreatingIncomingPayment), "creating-incoming-payment"),
            (typeof(CreatingQuote), "creating-quote"),
            (typeof(DrawingNonce), "drawing-nonce"),
            (typeof(RequestingConsent), "requesting-consent"),
            (typeof(AwaitingReturn), "awaiting-return"),
            (typeof(ContinuingGrant), "continuing-grant"),
            (typeof(CreatingOutgoingPayment), "creating-outgoing-payment"),
            (typeof(SearchingOutgoingPayment), "searching-outgoing-payment"),
            (typeof(AskingReceiver), "asking-receiver"),
            (typeof(FollowingOutgoingPayment), "following-outgoing-payment"),
            (typeof(ConfirmingArrival), "confirming-arrival"),
            (typeof(ReadingSpentAmounts), "reading-spent-amounts"),
            (typeof(RenewingToken), "renewing-token"),
            (typeof(Pausing), "pausing"),
            (typeof(AwaitingOrder), "awaiting-order"),
        ]),
        [typeof(Finding)] = ("found",
        [
            (typeof(Wallet), "wallet"),
            (typeof(Grant), "grant"),
            (typeof(Incoming), "incoming-payment"),
            (typeof(PaymentQuote), "quote"),
            (typeof(Consent), "consent"),
            (typeof(Identity), "identity"),
            (typeof(Outgoing), "outgoing-payment"),
            (typeof(SpentSoFar), "spent"),
            (typeof(Due), "due"),
            (typeof(NextOrder), "next-order"),
            (typeof(Round), "round"),
            (typeof(WindowsPassed), "windows-passed"),
            (typeof(PaymentsPassed), "payments-passed"),
            .. Outcomes,
        ]),
        [typeof(Outcome)] = ("found", Outcomes),
        [typeof(Authority)] = ("held",
        [
            (typeof(HeldToken), "token"),
            (typeof(HeldGrant), "pending-grant"),
        ]),
    };

    private static (Type Type, string Name)[] Outcomes =>
    [
        (typeof(Outcome.Paid), "paid"),
        (typeof(Outcome.PaidInPart), "paid-in-part"),
        (typeof(Outcome.Unpaid), "unpaid"),
        (typeof(Outcome.Unknown), "unknown"),
    ];

    /// <summary>The names of a hierarchy's cases.</summary>
    public static IReadOnlyList<string> Of(Type hierarchy) => [.. Hierarchies[hierarchy].Cases.Select(one => one.Name)];

    /// <summary>The types of a hierarchy's cases.</summary>
    public static IReadOnlyList<Type> CasesOf(Type hierarchy) => [.. Hierarchies[hierarchy].Cases.Select(one => one.Type)];

    /// <summary>Tells the serializer.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        if (!Hierarchies.TryGetValue(type.Type, out var hierarchy)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = hierarchy.Member,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var (derived, name) in hierarchy.Cases) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(derived, name));
    }
}
