using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Contracts;

/// <summary>The JSON of the host's own API and of the summaries it stores, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PaymentView))]
[JsonSerializable(typeof(StartedPayment))]
[JsonSerializable(typeof(StartPaymentRequest))]
[JsonSerializable(typeof(WalletAddressView))]
[JsonSerializable(typeof(StoredSummary))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(FieldError[]))]
internal sealed partial class HostJson : JsonSerializerContext;
