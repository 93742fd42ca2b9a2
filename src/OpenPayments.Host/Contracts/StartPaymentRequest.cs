using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace OpenPayments.Host.Contracts;

/// <summary>A payment to start, as the API's description shows it. <see cref="StartRequestReader"/> reads it, to say what is wrong with each field.</summary>
public sealed record StartPaymentRequest
{
    [Description("The payer's wallet address: an https URL, or a payment pointer such as $wallet.example/alice.")]
    public required string SenderWalletAddress { get; init; }

    [Description("The payee's wallet address.")]
    public required string ReceiverWalletAddress { get; init; }

    [Description("What is to arrive, in the receiver's asset.")]
    public required StartAmount IncomingAmount { get; init; }

    [Description("A JSON object of your own that is put on the incoming and the outgoing payment.")]
    public JsonObject? Metadata { get; init; }

    [Description("Where to send the payer's browser afterwards, with `paymentId` in the query. Its origin must be among those configured.")]
    public Uri? ReturnUrl { get; init; }
}

/// <summary>An amount of an asset.</summary>
public sealed record StartAmount
{
    [Description("A whole number of the asset's smallest units, 1 to 18446744073709551615, as a string: \"1000\" is 10.00 at scale 2.")]
    [RegularExpression("^[0-9]{1,20}$")]
    public required string Value { get; init; }

    [Description("The receiver's asset code, such as USD.")]
    [StringLength(16, MinimumLength = 1)]
    public required string AssetCode { get; init; }

    [Description("How many decimal places the asset has.")]
    [Range(0, 255)]
    public required int AssetScale { get; init; }
}
