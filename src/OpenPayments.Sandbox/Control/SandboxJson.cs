using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Sandbox.Control;

/// <summary>A client to register.</summary>
internal sealed record NewClient(string Name, JsonElement Jwk);

/// <summary>The wallet address to put into the client's configuration.</summary>
internal sealed record RegisteredClient(Uri WalletAddress);

/// <summary>How far to move the clock ahead.</summary>
internal sealed record ClockJump(int AdvanceSeconds);

/// <summary>What the clock shows.</summary>
internal sealed record ClockShows(DateTimeOffset Now);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NewClient))]
[JsonSerializable(typeof(RegisteredClient))]
[JsonSerializable(typeof(ClockJump))]
[JsonSerializable(typeof(ClockShows))]
internal sealed partial class SandboxJson : JsonSerializerContext;
