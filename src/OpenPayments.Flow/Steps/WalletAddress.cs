using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary><c>GET</c> of a wallet address: its asset, and where its two servers are. Not signed.</summary>
/// <param name="Address">The wallet address itself. It may redirect to another, up to three times: the last document's <c>id</c> counts.</param>
public sealed record GetWalletAddress(Uri Address) : Question<WalletAddress>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<WalletAddress>, TState> next) =>
        interpreter.GetWalletAddress(this, next);
}

/// <summary>Read a wallet address (guide step 1).</summary>
public static class Wallets
{
    private const string SenderStep = "sender-wallet-address";
    private const string ReceiverStep = "receiver-wallet-address";

    /// <summary>Reads the wallet address of the one who pays.</summary>
    public static Plan<Wallet> ReadSender(Uri address) => new StepPlan<Wallet>(new ReadingWalletAddress(address, SenderStep));

    /// <summary>Reads the wallet address of one who is paid.</summary>
    public static Plan<Wallet> ReadReceiver(Uri address) => new StepPlan<Wallet>(new ReadingWalletAddress(address, ReceiverStep));

    /// <summary>Goes on only if the sender's wallet holds this amount's asset, at its scale.</summary>
    public static Plan<bool> SenderHolds(Wallet sender, Amount amount) => Holds(sender, amount, SenderStep);

    /// <summary>Goes on only if the receiver's wallet holds this amount's asset, at its scale.</summary>
    public static Plan<bool> ReceiverHolds(Wallet receiver, Amount amount) => Holds(receiver, amount, ReceiverStep);

    private static Plan<bool> Holds(Wallet wallet, Amount amount, string step) => Plan.Require(
        amount.AssetCode == wallet.AssetCode && amount.AssetScale == wallet.AssetScale,
        new Reason(Reason.Codes.AssetMismatch, step,
            $"The amount is in {amount.AssetCode} at scale {amount.AssetScale}; the wallet {wallet.Id} holds {wallet.AssetCode} at scale {wallet.AssetScale}.",
            "Give the amount in that wallet's asset, at its scale.", Fault.Order));
}

/// <summary>A wallet address is to be read.</summary>
/// <param name="Address">Where.</param>
/// <param name="As">The step's name, which says whose it is.</param>
public sealed record ReadingWalletAddress(Uri Address, string As) : Stage
{
    internal override string Step => As;

    internal override EntrySubject Subject => new(As, Address.OriginalString);

    internal override Step<Transition> Next() => Usual.AskAny(new GetWalletAddress(Address), answer => answer switch
    {
        Answer<WalletAddress>.Body { Value: var wallet, At: var at } => Read(wallet, at),
        Answer<WalletAddress>.Refused { Refusal: var refusal, At: var at } when WhyNot(refusal) is { } reason => Transition.Stop(reason, at),
        Answer<WalletAddress>.Refused or Answer<WalletAddress>.Lost => Usual.Otherwise(this, answer),
    });

    private Transition Read(WalletAddress wallet, DateTimeOffset at) =>
        Contradiction.First(Contradiction.Id(wallet.Id), NoServer("authServer", wallet.AuthServer), NoServer("resourceServer", wallet.ResourceServer)) is { } difference
            ? Transition.Stop(new Reason(Reason.Codes.NotAWalletAddress, Step, $"What answers at this URL is not a wallet address: {difference}.",
                "Check the wallet address.", Fault.Order), at)
            : new Transition.Found(new Wallet(
                wallet.Id, wallet.AuthServer, wallet.ResourceServer, wallet.AssetCode, wallet.AssetScale, wallet.PublicName,
                Urls.AreSame(wallet.Id, Address) ? null : Address));

    private static string? NoServer(string what, Uri server) =>
        Urls.IsWeb(server) ? null : $"its {what} is \"{server.OriginalString}\", which is no absolute http(s) URL";

    private Reason? WhyNot(Refusal refusal) => refusal switch
    {
        { WasSent: false } => new(Reason.Codes.UrlRefused, Step, RefusalReasons.Why(this, refusal),
            "Give a wallet address that anyone can reach over https, as all that it names.", Fault.Order),
        { Status: 404 or 410 } => new(Reason.Codes.WalletAddressNotFound, Step,
            $"There is no wallet address at this URL{RefusalReasons.Said(this, refusal)}.", "Check the wallet address.", Fault.Order),
        { Status: < 500 } when !RetryPolicy.IsPassing(refusal) && !(RetryPolicy.IsGarbled(refusal) && Tries < RetryPolicy.MostTries) => new(
            Reason.Codes.NotAWalletAddress, Step,
            $"What answers at this URL is not a wallet address{RefusalReasons.Said(this, refusal)}.", "Check the wallet address.", Fault.Order),
        _ => null,
    };
}

/// <summary>A wallet address, as far as a payment needs it.</summary>
/// <param name="Id">The wallet address itself, as its server writes it: who pays or is paid.</param>
/// <param name="AuthServer">Its authorization server, verbatim.</param>
/// <param name="ResourceServer">Its resource server, verbatim.</param>
/// <param name="AssetCode">Such as <c>USD</c>.</param>
/// <param name="AssetScale">Decimal places of the smallest unit, 0 to 255.</param>
/// <param name="PublicName">What its owner is called; null where the server does not say.</param>
/// <param name="AskedAs">The address that was given, where it is another: it led to this one. Show both to whoever pays.</param>
public sealed record Wallet(
    Uri Id, Uri AuthServer, Uri ResourceServer, string AssetCode, int AssetScale, string? PublicName = null, Uri? AskedAs = null) : Finding;
