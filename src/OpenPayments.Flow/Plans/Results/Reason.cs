using System.Text.Json.Serialization;

namespace OpenPayments.Flow;

/// <summary>Why a payment ended, or what stands in its way: for a person to read and a program to act on.</summary>
/// <param name="Code">Stable, in kebab-case: see <see cref="Codes"/>.</param>
/// <param name="Step">The step that it happened at: see <see cref="FlowSummary.Step"/>.</param>
/// <param name="Detail">What was wrong.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Fault">Where it lies.</param>
public sealed record Reason(string Code, string Step, string Detail, string Advice, Fault Fault)
{
    /// <summary>The codes there are.</summary>
    public static class Codes
    {
        /// <summary>No wallet address answers at this URL.</summary>
        public const string WalletAddressNotFound = "wallet-address-not-found";

        /// <summary>What answers at this URL is not a wallet address.</summary>
        public const string NotAWalletAddress = "not-a-wallet-address";

        /// <summary>The amount's asset code or scale is not the receiver's.</summary>
        public const string AssetMismatch = "asset-mismatch";

        /// <summary>A URL that came from outside may not be called or shown to the payer.</summary>
        public const string UrlRefused = "url-refused";

        /// <summary>A server did not answer, several times.</summary>
        public const string Unreachable = "unreachable";

        /// <summary>A server refused, with the reason in the detail.</summary>
        public const string Refused = "refused";

        /// <summary>A server's answer is not what the specification says.</summary>
        public const string UnreadableAnswer = "unreadable-answer";

        /// <summary>A server asks for the payer's consent where the guide has none.</summary>
        public const string InteractionRequired = "interaction-required";

        /// <summary>A server's answer contradicts what it was asked for.</summary>
        public const string AnswerMismatch = "answer-mismatch";

        /// <summary>The payer refused, or someone said so.</summary>
        public const string ConsentDeclined = "consent-declined";

        /// <summary>The payer did not come back in time.</summary>
        public const string ConsentExpired = "consent-expired";

        /// <summary>A server finds no key to verify our signature with, or does not accept the one that it finds.</summary>
        public const string KeyNotAccepted = "key-not-accepted";

        /// <summary>A server's answer contradicts what was asked for after money was asked for.</summary>
        public const string PaymentContradicted = "payment-contradicted";

        /// <summary>It is not known yet whether the outgoing payment was made; both providers are asked.</summary>
        public const string PaymentInDoubt = "payment-in-doubt";

        /// <summary>The order was cancelled.</summary>
        public const string Cancelled = "cancelled";

        /// <summary>The payment would cost more than the order allows.</summary>
        public const string AboveMost = "above-most";

        /// <summary>The answer to the continuation, which is given once, did not arrive.</summary>
        public const string ContinuationLost = "continuation-lost";

        /// <summary>The quote ran out, and its successor costs more than the payer agreed to.</summary>
        public const string QuoteTooDear = "quote-too-dear";

        /// <summary>The access token is dead and cannot be renewed.</summary>
        public const string ConsentLost = "consent-lost";

        /// <summary>The wallet confirmed another wallet address.</summary>
        public const string IdentityMismatch = "identity-mismatch";

        /// <summary>The amount does not cover the fees.</summary>
        public const string AmountTooSmall = "amount-too-small";

        /// <summary>The amounts together are more than the protocol can express.</summary>
        public const string AmountTooLarge = "amount-too-large";

        /// <summary>The payment is above what the consent still allows.</summary>
        public const string LimitExceeded = "limit-exceeded";

        /// <summary>The payment's window went by.</summary>
        public const string WindowMissed = "window-missed";

        /// <summary>The quote ran out too often.</summary>
        public const string QuoteExpired = "quote-expired";

        /// <summary>The sender's server gave up on the payment.</summary>
        public const string PaymentFailed = "payment-failed";

        /// <summary>The outgoing payment was sent for and never made.</summary>
        public const string PaymentNotMade = "payment-not-made";

        /// <summary>The receiver closed the incoming payment too early.</summary>
        public const string ReceiverClosed = "receiver-closed";

        /// <summary>It is not known whether the outgoing payment was made.</summary>
        public const string PaymentUnknown = "payment-unknown";

        /// <summary>The outgoing payment was made; it is not known whether it arrived.</summary>
        public const string SettlementUnknown = "settlement-unknown";
    }
}

/// <summary>Where a fault lies.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Fault>))]
public enum Fault
{
    /// <summary>In what was ordered: change the order.</summary>
    Order,

    /// <summary>In how this client is set up: its key or its wallet address.</summary>
    Setup,

    /// <summary>With the payer, who did not agree or not in time.</summary>
    Payer,

    /// <summary>With a wallet provider, which refused or answered nonsense.</summary>
    Provider,

    /// <summary>Between here and a wallet provider: try again later.</summary>
    Network,
}
