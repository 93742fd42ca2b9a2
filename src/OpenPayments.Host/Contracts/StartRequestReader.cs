using System.Globalization;
using System.Text.Json;
using OpenPayments.Client;
using OpenPayments.Flow;
using OpenPayments.Generated;
using OpenPayments.Host.Configuration;

namespace OpenPayments.Host.Contracts;

/// <summary>
/// Reads the body of a request for a payment and says of every member what is wrong with it. What only a look at the order as a
/// whole can tell is left to <see cref="Flows.Start"/>; what only a wallet can tell, to the wallet.
/// </summary>
internal sealed class StartRequestReader(UrlPolicy urls, ReturnOrigins origins)
{
    private const int LongestUrl = 2048;

    /// <summary>The order, or what is wrong with it.</summary>
    /// <param name="body">The parsed body: an object.</param>
    /// <param name="finishUri">Where the payer is to come back to.</param>
    public ReadRequest Read(JsonElement body, Uri finishUri)
    {
        var root = new JsonMembers(body, "#");
        var sender = WalletAddress(root, "senderWalletAddress", "$wallet.example/alice");
        var receiver = WalletAddress(root, "receiverWalletAddress", "$wallet.example/bob");
        var amount = Amount(root.Object("incomingAmount", "the amount that is to arrive, such as {\"value\":\"1000\",\"assetCode\":\"USD\",\"assetScale\":2}"));
        var metadata = root.OptionalObject("metadata");
        var returnUrl = ReturnUrl(root);
        root.NothingElse();
        if (root.Errors.Count > 0 || sender is null || receiver is null || amount is null) return new ReadRequest.Wrong(root.Errors);
        var order = new OneTimePayment(sender, receiver, amount, finishUri, metadata?.GetRawText());
        return Flows.Start(order).Match<ReadRequest>(
            Right: first => new ReadRequest.Order(order, first, returnUrl),
            Left: error => new ReadRequest.Wrong([new FieldError(PointerOf(error.Field), error.Why)]));
    }

    private Uri? WalletAddress(JsonMembers root, string name, string example)
    {
        if (root.Text(name, LongestUrl, $"a wallet address, such as https://wallet.example/alice or {example}") is not { } text) return null;
        return WalletAddressText.Parse(text).MatchUnsafe<Uri?>(
            Right: url => urls.Refuse(url) is { } why ? root.Wrong<Uri>(name, $"{name} cannot be used: {why}.") : url,
            Left: why => root.Wrong<Uri>(name, $"{name}: {why}"));
    }

    private static Amount? Amount(JsonMembers? amount)
    {
        if (amount is null) return null;
        var value = amount.Text("value", 64, "a whole number of the asset's smallest units as a string, such as \"1000\" for 10.00 at scale 2");
        var code = amount.Text("assetCode", 16, "the receiver's asset code, such as USD");
        var scale = amount.Whole("assetScale", 0, 255, "how many decimal places the asset has, 0 to 255");
        amount.NothingElse();
        if (value is null || code is null || scale is null) return null;
        return ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            ? new Amount { Value = units, AssetCode = code, AssetScale = scale.Value }
            : amount.Wrong<Amount>("value", "incomingAmount.value must be a whole number of the asset's smallest units, from 1 to 18446744073709551615, in digits alone: no sign, no decimal point, no exponent.");
    }

    private Uri? ReturnUrl(JsonMembers root)
    {
        if (root.OptionalText("returnUrl", LongestUrl) is not { } text) return null;
        if (UrlText.ReadAbsolute(text) is not { Scheme: "https" or "http" } url) return root.Wrong<Uri>("returnUrl", "returnUrl must be an absolute https URL.");
        return origins.Allows(url) ? url : root.Wrong<Uri>("returnUrl", "returnUrl has an origin that is not among OpenPayments:ReturnOrigins: ask the operator of this host to allow it.");
    }

    /// <summary>The member of the request that a member of the order came from.</summary>
    private static string PointerOf(string field) => field switch
    {
        "Sender" => "#/senderWalletAddress",
        "Receiver" => "#/receiverWalletAddress",
        "Metadata" => "#/metadata",
        _ when field.StartsWith("IncomingAmount.", StringComparison.Ordinal) => "#/incomingAmount/" + JsonNamingPolicy.CamelCase.ConvertName(field["IncomingAmount.".Length..]),
        _ => "#",
    };
}
