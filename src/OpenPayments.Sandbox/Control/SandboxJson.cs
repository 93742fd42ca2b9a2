using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Sandbox.Control;

/// <summary>A client to register.</summary>
internal sealed record NewClient(string Name, JsonElement Jwk);

/// <summary>The wallet address to put into the client's configuration.</summary>
internal sealed record RegisteredClient(Uri WalletAddress);

/// <summary>How far to move the clock ahead.</summary>
internal sealed record ClockJump(int AdvanceSeconds);

/// <summary>What the clock shows.</summary>
internal sealed record ClockShows(DateTimeOffset Now);

/// <summary>Money to put in or to take out, in units of the account's asset.</summary>
internal sealed record Cash([property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ulong Value);

/// <summary>What the account holds, in units of its asset.</summary>
internal sealed record AccountHolds(string Value);

/// <summary>Writes <c>InvalidQuote</c> as <c>invalid-quote</c>, and takes no numbers.</summary>
internal sealed class WithHyphens<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) where T : struct, Enum;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WithHyphens<FaultKind>), typeof(WithHyphens<FaultBody>), typeof(WithHyphens<Operation>)])]
[JsonSerializable(typeof(NewClient))]
[JsonSerializable(typeof(RegisteredClient))]
[JsonSerializable(typeof(ClockJump))]
[JsonSerializable(typeof(ClockShows))]
[JsonSerializable(typeof(Cash))]
[JsonSerializable(typeof(AccountHolds))]
[JsonSerializable(typeof(FaultOnDemand))]
[JsonSerializable(typeof(FaultsOnDemand))]
internal sealed partial class SandboxJson : JsonSerializerContext;
