using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;

namespace OpenPayments.Flow;

internal sealed record StoredFlow(int Format, Order Order, Progress Progress);

internal sealed record StoredProgress(int Format, Progress Progress);

/// <summary>How states are stored. Format 1 is the first: what was written before a release has no format and is refused.</summary>
internal static class StoredFormat
{
    public const int Current = 1;

    private static readonly JsonSerializerOptions Options = new(StoredJsonContext.Default.Options)
    {
        TypeInfoResolver = StoredJsonContext.Default.WithAddedModifier(StoredNames.Apply),
    };

    public static byte[] Write<T>(T stored) => JsonSerializer.SerializeToUtf8Bytes(stored, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    public static T Read<T>(byte[] json)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        if (FormatOf(json) is > Current and var newer) throw new NewerFormatException(newer);
        try
        {
            return JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))) ?? throw new JsonException("A state is never null.");
        }
        catch (NotSupportedException e)
        {
            // the serializer's word for a state that does not say which it is
            throw new JsonException("A state says which it is in the members \"flow\", \"at\", \"stage\", \"found\" and \"held\".", e);
        }
    }

    /// <summary>The member <c>Format</c> of the whole, wherever it stands in it.</summary>
    private static int FormatOf(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
            if (reader.ValueTextEquals("Format"u8)) return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var format) && format > 0 ? format : throw NoFormat();
            reader.Skip();
        }
        throw NoFormat();
    }

    private static JsonException NoFormat() => new("This state does not say its format. It was written before the first release, and cannot be carried on.");
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters = [typeof(EntriesConverter), typeof(AuthoritiesConverter), typeof(OutcomesConverter), typeof(NumberedOutcomesConverter), typeof(SharesConverter)])]
[JsonSerializable(typeof(StoredFlow))]
[JsonSerializable(typeof(StoredProgress))]
[JsonSerializable(typeof(JournalEntry[]))]
[JsonSerializable(typeof(Authority[]))]
[JsonSerializable(typeof(Outcome[]))]
[JsonSerializable(typeof(NumberedOutcome[]))]
[JsonSerializable(typeof(Share[]))]
[JsonSerializable(typeof(OneTimePayment))]
[JsonSerializable(typeof(FixedDebitRemittance))]
[JsonSerializable(typeof(FixedReceiveRemittance))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(RecurringFixedDebit))]
[JsonSerializable(typeof(RecurringFixedReceive))]
[JsonSerializable(typeof(SplitPayment))]
[JsonSerializable(typeof(FuturePayments))]
[JsonSerializable(typeof(WalletOwnership))]
[JsonSerializable(typeof(Progress.Asking))]
[JsonSerializable(typeof(Progress.Waiting))]
[JsonSerializable(typeof(Progress.Releasing))]
[JsonSerializable(typeof(Progress.Completed))]
[JsonSerializable(typeof(Progress.Partial))]
[JsonSerializable(typeof(Progress.Failed))]
[JsonSerializable(typeof(Progress.Uncertain))]
[JsonSerializable(typeof(Progress.Cancelled))]
[JsonSerializable(typeof(ReadingWalletAddress))]
[JsonSerializable(typeof(RequestingGrant))]
[JsonSerializable(typeof(CreatingIncomingPayment))]
[JsonSerializable(typeof(CreatingQuote))]
[JsonSerializable(typeof(DrawingNonce))]
[JsonSerializable(typeof(RequestingConsent))]
[JsonSerializable(typeof(AwaitingReturn))]
[JsonSerializable(typeof(ContinuingGrant))]
[JsonSerializable(typeof(CreatingOutgoingPayment))]
[JsonSerializable(typeof(SearchingOutgoingPayment))]
[JsonSerializable(typeof(AskingReceiver))]
[JsonSerializable(typeof(FollowingOutgoingPayment))]
[JsonSerializable(typeof(ConfirmingArrival))]
[JsonSerializable(typeof(ReadingSpentAmounts))]
[JsonSerializable(typeof(RenewingToken))]
[JsonSerializable(typeof(Pausing))]
[JsonSerializable(typeof(AwaitingOrder))]
[JsonSerializable(typeof(Wallet))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(Incoming))]
[JsonSerializable(typeof(PaymentQuote))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(Identity))]
[JsonSerializable(typeof(Outgoing))]
[JsonSerializable(typeof(SpentSoFar))]
[JsonSerializable(typeof(Due))]
[JsonSerializable(typeof(NextOrder))]
[JsonSerializable(typeof(Round))]
[JsonSerializable(typeof(WindowsPassed))]
[JsonSerializable(typeof(PaymentsPassed))]
[JsonSerializable(typeof(Outcome.Paid))]
[JsonSerializable(typeof(Outcome.PaidInPart))]
[JsonSerializable(typeof(Outcome.Unpaid))]
[JsonSerializable(typeof(Outcome.Unknown))]
[JsonSerializable(typeof(HeldToken))]
[JsonSerializable(typeof(HeldGrant))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
