using System.Text.Json.Serialization;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Wallets;

/// <summary>A client to register.</summary>
internal sealed record NewClient(string Name, JsonWebKey Jwk);

/// <summary>The wallet address to put into the client's configuration.</summary>
internal sealed record RegisteredClient(Uri WalletAddress);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NewClient))]
[JsonSerializable(typeof(RegisteredClient))]
internal sealed partial class SandboxJson : JsonSerializerContext;
